@NullMarked
package org.unifiedhotline.masterrecords.retention;

import org.jspecify.annotations.NullMarked;
