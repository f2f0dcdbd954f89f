/**
 * Whether who is who holds when stewards decide at random: {@link org.unifiedhotline.bench.stewardship.RandomDecisions}
 * takes decisions over HTTP on a running demo, undoes them, and has {@code verify-resolution} recompute everything.
 */
@NullMarked
package org.unifiedhotline.bench.stewardship;

import org.jspecify.annotations.NullMarked;
