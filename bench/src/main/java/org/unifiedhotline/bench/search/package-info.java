/**
 * How well and how fast people are found: {@link org.unifiedhotline.bench.search.KnownItem} asks for people who are known to be
 * there as a tired officer would type them, {@link org.unifiedhotline.bench.search.SearchLatency} asks among a million.
 */
@NullMarked
package org.unifiedhotline.bench.search;

import org.jspecify.annotations.NullMarked;
