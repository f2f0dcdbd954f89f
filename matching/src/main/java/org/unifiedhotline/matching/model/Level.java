package org.unifiedhotline.matching.model;

/**
 * One comparison level of a feature.
 *
 * @param name its name in models and explanations
 * @param frequency how far the rarity of the value agreed on counts, 0 (not at all) to 1
 * @param identifying whether two strangers reach it the more rarely the more people there are (a telephone), unlike a
 *     name or a province, that keeps its share of the population
 */
public record Level(String name, double frequency, boolean identifying) {
    static Level of(String name) {
        return new Level(name, 0, false);
    }

    static Level frequent(String name, double frequency) {
        return new Level(name, frequency, false);
    }

    static Level identifying(String name) {
        return new Level(name, 0, true);
    }
}
