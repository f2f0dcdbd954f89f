/** Match models over HTTP: which there are, training, comparing, activating, rolling back, and how that work stands. */
@NullMarked
package org.unifiedhotline.console.models;

import org.jspecify.annotations.NullMarked;
