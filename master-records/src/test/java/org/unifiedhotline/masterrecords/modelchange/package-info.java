@NullMarked
package org.unifiedhotline.masterrecords.modelchange;

import org.jspecify.annotations.NullMarked;
