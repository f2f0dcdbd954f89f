@NullMarked
package org.unifiedhotline.masterrecords.sourcerecords;

import org.jspecify.annotations.NullMarked;
