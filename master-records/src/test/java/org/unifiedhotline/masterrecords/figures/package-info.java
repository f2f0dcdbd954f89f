/** What the office counts, and what of it may leave. */
@NullMarked
package org.unifiedhotline.masterrecords.figures;

import org.jspecify.annotations.NullMarked;
