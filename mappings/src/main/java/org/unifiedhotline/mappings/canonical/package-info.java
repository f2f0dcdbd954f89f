/**
 * The canonical records: one vocabulary for what both legacy systems say.
 *
 * <p>A mapper turns a {@link org.unifiedhotline.mappings.source.SourceRow} into one
 * {@link org.unifiedhotline.mappings.canonical.CanonicalRecord}. Every value keeps what was written beside what was
 * understood of it; what could not be understood carries a {@link org.unifiedhotline.mappings.canonical.Flag} and is
 * never guessed silently. Records are plain values of text, numbers, lists and enums, so that they can be stored as
 * JSON and read back equal.
 */
@NullMarked
package org.unifiedhotline.mappings.canonical;

import org.jspecify.annotations.NullMarked;
