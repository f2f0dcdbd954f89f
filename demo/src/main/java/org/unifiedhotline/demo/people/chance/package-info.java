/** Seeded chance: everything that the generator decides comes from here, so that a seed tells the whole world. */
@NullMarked
package org.unifiedhotline.demo.people.chance;

import org.jspecify.annotations.NullMarked;
