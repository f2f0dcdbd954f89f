/** The console as it starts, with a hub and an index of its own on real servers. */
@NullMarked
package org.unifiedhotline.console;

import org.jspecify.annotations.NullMarked;
