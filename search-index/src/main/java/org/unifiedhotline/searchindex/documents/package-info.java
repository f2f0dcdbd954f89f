/**
 * What stands in the index: one document per master record, its source records nested.
 *
 * <p>Everything that can be matched, counted or shown stands inside the source record it comes from, because what a
 * reader may find is decided per source record. Matching values (folded words, digits, codes) stand beside the values
 * to show, which keep the original spelling. The mapping is {@code index.json} beside this package in the resources; a
 * field that is not in it is refused.
 */
@NullMarked
package org.unifiedhotline.searchindex.documents;

import org.jspecify.annotations.NullMarked;
