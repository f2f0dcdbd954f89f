@NullMarked
package org.unifiedhotline.masterrecords.resolution;

import org.jspecify.annotations.NullMarked;
