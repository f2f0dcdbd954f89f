@NullMarked
package org.unifiedhotline.masterrecords.assignment;

import org.jspecify.annotations.NullMarked;
