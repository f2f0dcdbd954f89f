@NullMarked
package org.unifiedhotline.masterrecords.quality;

import org.jspecify.annotations.NullMarked;
