/**
 * Reads captured rows into typed values: {@link org.unifiedhotline.mappings.reading.Columns} gives each column as the
 * type its mapping expects, and a {@link org.unifiedhotline.mappings.reading.MappingException} that names table,
 * column and expectation, never the value, where the schema has drifted away from it.
 */
@NullMarked
package org.unifiedhotline.mappings.reading;

import org.jspecify.annotations.NullMarked;
