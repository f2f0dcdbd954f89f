/**
 * From comparison levels to match weights: I. P. Fellegi and A. B. Sunter, A theory for record linkage, JASA 64, 1969, with
 * term frequencies (W. E. Winkler, 2000) and a third class of pairs, relatives, that share name, place and telephone
 * without being one person.
 */
@NullMarked
package org.unifiedhotline.matching.weight;

import org.jspecify.annotations.NullMarked;
