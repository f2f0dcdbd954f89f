/**
 * Comparing values. {@link org.unifiedhotline.matching.comparison.Value}s are encoded once; a
 * {@link org.unifiedhotline.matching.comparison.AttributeComparator} says which comparison level two of them reach, in
 * one or more features. The kernels ({@code JaroWinkler}, {@code DamerauLevenshtein}) allocate nothing.
 */
@NullMarked
package org.unifiedhotline.matching.comparison;

import org.jspecify.annotations.NullMarked;
