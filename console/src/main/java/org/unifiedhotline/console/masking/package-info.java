/**
 * Masks what a reader does not read plainly, in the one place that all JSON goes through: as it is written.
 *
 * <p>{@link org.unifiedhotline.console.masking.MaskingModule} looks at every property of every answer. Those that hold a telephone, an
 * identity number or a place, and those that {@link org.unifiedhotline.console.masking.MaskedProperties} or {@link
 * org.unifiedhotline.console.masking.Masks} name, are written as a {@link org.unifiedhotline.masterrecords.scope.Mask} unless {@link
 * org.unifiedhotline.console.masking.Sight}, what the request's caller reads, says otherwise. The label of the record that holds a value
 * is found on the way in: {@link org.unifiedhotline.console.masking.Holders} looks at what it is written within. No controller can
 * forget it, and what is written without a caller is masked. What search finds is masked where it is found already.
 */
@NullMarked
package org.unifiedhotline.console.masking;

import org.jspecify.annotations.NullMarked;
