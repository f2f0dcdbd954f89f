/** The command {@code retention}: what has been kept for as long as it is to be kept. */
@NullMarked
package org.unifiedhotline.app.retention;

import org.jspecify.annotations.NullMarked;
