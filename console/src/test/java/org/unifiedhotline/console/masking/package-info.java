@NullMarked
package org.unifiedhotline.console.masking;

import org.jspecify.annotations.NullMarked;
