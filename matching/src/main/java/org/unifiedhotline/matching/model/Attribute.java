package org.unifiedhotline.matching.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An attribute of the records.
 *
 * @param name its name in records and models
 * @param column the column of a table that holds it
 * @param kind what it is
 * @param exclusive the types of identifier ({@code cccd} in {@code cccd:001…}; an empty text for untyped ones) of which a
 *     person has only one for life, so that two that differ by more than a slip speak for two people
 * @param variants sets of folded names that count as variants of one name
 * @param givenFirst whether a full name begins with the given name
 * @param shared whether relatives share all of it (a mother's name), whatever its kind says
 * @param placeholders values that say nothing ({@code unknown}, a telephone of zeros) and count as missing, however they are
 *     written; training adds those that it finds
 */
public record Attribute(
        String name,
        String column,
        Kind kind,
        Set<String> exclusive,
        List<List<String>> variants,
        boolean givenFirst,
        boolean shared,
        Set<String> placeholders) {
    public Attribute {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "an attribute's name is lower-case letters, digits and _, beginning with a letter, got \"" + name
                            + "\"");
        }
        exclusive = Set.copyOf(exclusive);
        variants = variants.stream().map(List::copyOf).toList();
        placeholders = Set.copyOf(placeholders);
    }

    /** The same without placeholders. */
    public Attribute(
            String name,
            String column,
            Kind kind,
            Set<String> exclusive,
            List<List<String>> variants,
            boolean givenFirst,
            boolean shared) {
        this(name, column, kind, exclusive, variants, givenFirst, shared, Set.of());
    }

    /** The same attribute with these placeholders, too. */
    public Attribute withPlaceholders(Set<String> more) {
        Set<String> all = new TreeSet<>(placeholders);
        all.addAll(more);
        return new Attribute(name, column, kind, exclusive, variants, givenFirst, shared, all);
    }

    /** An attribute without options, in the column of its name. */
    public static Attribute of(String name, Kind kind) {
        return new Attribute(name, name, kind, Set.of(), List.of(), false, false);
    }

    /** What is compared of it. */
    public List<Feature> features() {
        return kind.features().stream()
                .map(feature -> feature.named(name, shared))
                .toList();
    }
}
