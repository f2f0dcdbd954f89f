package org.unifiedhotline.matching.model;

/**
 * One comparison level of a feature.
 *
 * @param name its name in models and explanations
 * @param frequent whether the rarity of the value agreed on counts
 * @param identifying whether two strangers reach it the more rarely the more people there are (a telephone), unlike a
 *     name or a province, that keeps its share of the population
 */
public record Level(String name, boolean frequent, boolean identifying) {
    static Level of(String name) {
        return new Level(name, false, false);
    }

    static Level frequent(String name) {
        return new Level(name, true, false);
    }

    static Level identifying(String name) {
        return new Level(name, false, true);
    }
}
