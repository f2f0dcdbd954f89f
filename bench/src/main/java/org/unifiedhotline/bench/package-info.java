/** Benchmarks. */
@NullMarked
package org.unifiedhotline.bench;

import org.jspecify.annotations.NullMarked;
