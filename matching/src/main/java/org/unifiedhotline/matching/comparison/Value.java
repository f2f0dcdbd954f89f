package org.unifiedhotline.matching.comparison;

import java.util.List;

/**
 * One value of an attribute, taken apart once so that comparing it is cheap. Immutable.
 *
 * <p>Each value has one or more <em>terms</em> whose rarity counts (a given name, a province), with the adjustment in bits
 * that the model's frequency tables give them.
 */
public abstract sealed class Value permits NameValue, DateValue, PlainValue, PlaceValue {
    private final String text;
    private final long hash;
    private final Value[] alone = {this};
    final float[] adjustments;

    Value(String attribute, String text, int terms) {
        this.text = text;
        this.hash = Hashing.then(Hashing.of(attribute), Hashing.of(text));
        this.adjustments = new float[terms];
    }

    /** The standardized text it was made from. */
    public final String text() {
        return text;
    }

    /** A hash of attribute and text, the same on every machine. */
    public final long hash() {
        return hash;
    }

    /** The term of a slot, empty if the value has none there. */
    abstract String term(int slot);

    /** The blocking keys it gives in a form of {@code KeyPart}; none where it has nothing there. */
    public abstract List<String> keys(String form);

    static List<String> one(String key) {
        return key.isEmpty() ? List.of() : List.of(key);
    }

    static String beginning(String text, int length) {
        return text.length() < length ? "" : text.substring(0, length);
    }

    static String end(String text, int length) {
        return text.length() < length ? "" : text.substring(text.length() - length);
    }

    /** Itself as an array of one, shared; not to be written to. */
    final Value[] alone() {
        return alone;
    }
}
