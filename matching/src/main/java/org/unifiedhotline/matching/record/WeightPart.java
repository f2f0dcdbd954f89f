package org.unifiedhotline.matching.record;

/**
 * One addend of a match weight.
 *
 * @param name the feature ({@code name.given}), or {@code prior}, {@code relatives}, {@code namesakes},
 *     {@code twins}, {@code relation}, {@code calibration}
 * @param level the comparison level reached, in the model's words
 * @param bits log2 of how many times likelier this is for one person than for two; may be negative
 * @param left what the first record has, empty where missing
 * @param right what the second record has
 */
public record WeightPart(String name, String level, double bits, String left, String right) {}
