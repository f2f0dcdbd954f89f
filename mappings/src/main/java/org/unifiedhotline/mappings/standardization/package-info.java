/**
 * Makes Vietnamese values comparable without losing what was written.
 *
 * <p>{@link org.unifiedhotline.mappings.standardization.Folding} is the ground: the three strengths of a key, the same
 * code for matching and search. On it stand the values people are told apart by: {@code Names} (damaged encodings
 * repaired, titles and notes taken off, parts told), {@code Telephones} (any notation, any year), {@code Births},
 * {@code IdentityNumbers}, {@code EthnicGroups} and {@link org.unifiedhotline.mappings.standardization.Places} (codes
 * and names before and since 1 July 2025). {@link org.unifiedhotline.mappings.standardization.WrittenBetween} carries
 * the date that decides between two readings. Whatever is repaired, doubtful or not understood leaves a flag in
 * {@link org.unifiedhotline.mappings.standardization.Flags}.
 *
 * <p>The code lists and reform tables are resources beside these classes; their {@code SOURCES.md} names each source.
 */
@NullMarked
package org.unifiedhotline.mappings.standardization;

import org.jspecify.annotations.NullMarked;
