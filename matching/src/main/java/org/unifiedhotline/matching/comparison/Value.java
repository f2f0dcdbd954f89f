package org.unifiedhotline.matching.comparison;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.FrequencyTable;

/**
 * One value of an attribute, taken apart once so that comparing it is cheap. Immutable, but for the adjustments, which a bulk
 * run sets again between its stages.
 *
 * <p>Each value has one or more <em>terms</em> whose rarity counts (a given name, a province), with the adjustment in bits
 * that the model's frequency tables give them.
 */
public abstract sealed class Value permits NameValue, DateValue, PlainValue, PlaceValue {
    private final String text;
    private final long hash;
    private final Value[] alone = {this};
    final float[] adjustments;
    /** The tables that its adjustments were taken from; null before any. */
    private @Nullable Map<String, FrequencyTable> weighedBy;

    Value(String attribute, String text, int terms) {
        this.text = text;
        this.hash = Hashing.then(Hashing.of(attribute), Hashing.of(text));
        this.adjustments = new float[terms];
    }

    /** Takes the adjustments of its terms from frequency tables; does nothing if they were taken from these very ones. */
    @SuppressWarnings("ReferenceEquality") // the very tables of this stage; to compare their content would cost more
    final void weighBy(Map<String, FrequencyTable> tables, List<String> names) {
        if (weighedBy == tables) {
            return;
        }
        for (int slot = 0; slot < names.size(); slot++) {
            FrequencyTable table = tables.get(names.get(slot));
            String term = term(slot);
            adjustments[slot] = table == null || term.isEmpty() ? 0 : (float) table.adjustment(term);
        }
        weighedBy = tables;
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

    /** {@link #keyHash} of a value that gives no key in a form. */
    public static final long NO_KEY = 0;

    /** {@link #keyHash} of a value that gives several. */
    public static final long SEVERAL_KEYS = Long.MIN_VALUE;

    /** The hash of its only blocking key in a form; {@link #NO_KEY} or {@link #SEVERAL_KEYS} where it has not just one. */
    public long keyHash(String form) {
        List<String> keys = keys(form);
        return keys.isEmpty() ? NO_KEY : keys.size() > 1 ? SEVERAL_KEYS : Hashing.of(keys.getFirst());
    }

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
