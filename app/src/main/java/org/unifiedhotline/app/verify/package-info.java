/** The command {@code verify-resolution}: whether who is who in the hub is what the source records say. */
@NullMarked
package org.unifiedhotline.app.verify;

import org.jspecify.annotations.NullMarked;
