/**
 * The child-protection switchboard: a row type and a MapStruct mapper for each of its tables.
 *
 * <p>A row type is the typed view of a table's columns, under their legacy names; its mapper says field by field what
 * becomes of it, and the build fails if a canonical field is left out. Codes are explained in one place,
 * {@code SwitchboardCodes}. {@link org.unifiedhotline.mappings.switchboard.SwitchboardMappers} dispatches by table.
 */
@NullMarked
package org.unifiedhotline.mappings.switchboard;

import org.jspecify.annotations.NullMarked;
