/** The command {@code train}: learns a match model from the hub's records and from what people decided, and writes it to a file. */
@NullMarked
package org.unifiedhotline.app.train;

import org.jspecify.annotations.NullMarked;
