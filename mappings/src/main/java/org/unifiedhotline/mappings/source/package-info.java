/**
 * What capture hands on: rows of the legacy tables and the changes made to them, in the order of the source's log.
 *
 * <p>A {@link org.unifiedhotline.mappings.source.SourceRow} is what stood in the table, untouched. A
 * {@link org.unifiedhotline.mappings.source.SourceChange} is one thing that happened to a row or a table, at a
 * {@link org.unifiedhotline.mappings.source.SourcePosition} of the source's log. Positions of one source order all its
 * changes, so that a replay never makes an older state overwrite a newer one.
 */
@NullMarked
package org.unifiedhotline.mappings.source;

import org.jspecify.annotations.NullMarked;
