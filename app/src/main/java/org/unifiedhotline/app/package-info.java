/** The main class and its wiring. */
@NullMarked
package org.unifiedhotline.app;

import org.jspecify.annotations.NullMarked;
