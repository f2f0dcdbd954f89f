@NullMarked
package org.unifiedhotline.masterrecords.keys;

import org.jspecify.annotations.NullMarked;
