/**
 * The anti-trafficking hotline: a row type and a MapStruct mapper for each of its tables.
 *
 * <p>A row type is the typed view of a table's columns; its mapper says field by field what becomes of it, and the
 * build fails if a canonical field is left out. Codes are explained in one place, {@code HotlineCodes}.
 * {@link org.unifiedhotline.mappings.hotline.HotlineMappers} dispatches by table.
 */
@NullMarked
package org.unifiedhotline.mappings.hotline;

import org.jspecify.annotations.NullMarked;
