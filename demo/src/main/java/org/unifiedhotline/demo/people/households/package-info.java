/**
 * The true world: {@link org.unifiedhotline.demo.people.households.Households} makes one household after the other, each
 * from its own chance, so that memory does not grow and a larger world begins with the smaller one.
 */
@NullMarked
package org.unifiedhotline.demo.people.households;

import org.jspecify.annotations.NullMarked;
