/** The command {@code rotate-keys}: makes the keys of a hub, and renews the one that wraps all others. */
@NullMarked
package org.unifiedhotline.app.keys;

import org.jspecify.annotations.NullMarked;
