/** The command {@code explain}: why records of the hub are one person, or are not. It reads the hub and writes nothing into it. */
@NullMarked
package org.unifiedhotline.app.explain;

import org.jspecify.annotations.NullMarked;
