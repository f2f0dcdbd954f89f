/** Typed tables, and what migrations make of rows that stood before. */
@NullMarked
package org.unifiedhotline.masterrecords.typed;

import org.jspecify.annotations.NullMarked;
