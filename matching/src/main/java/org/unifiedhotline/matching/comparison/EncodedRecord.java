package org.unifiedhotline.matching.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.record.Relation;

/** A record taken apart for one model: what blocking, comparison and clustering work on. Immutable. */
public final class EncodedRecord {
    private static final Value[] NOTHING = {};

    private final long id;
    private final String key;
    private final int kind;
    private final String kindName;
    private final String source;
    private final List<Relation> relations;
    /** The only value of each attribute, or the first of several; null where it has none. */
    private final @Nullable Value[] firsts;
    /** Attributes with several values; null for most records, which have none such. */
    private final Value @Nullable [][] several;

    EncodedRecord(
            long id, String key, int kind, String kindName, String source, List<Relation> relations, Value[][] values) {
        this.id = id;
        this.key = key;
        this.kind = kind;
        this.kindName = kindName;
        this.source = source;
        this.relations = relations;
        this.firsts = new Value[values.length];
        boolean sets = false;
        for (int i = 0; i < values.length; i++) {
            firsts[i] = values[i].length == 0 ? null : values[i][0];
            sets |= values[i].length > 1;
        }
        this.several = sets ? values.clone() : null;
    }

    /** The same record, where the values of each attribute whose {@link Folding#plain} text is among some are missing. */
    public EncodedRecord without(List<Set<String>> plain) {
        boolean changed = false;
        Value[][] kept = new Value[firsts.length][];
        for (int i = 0; i < kept.length; i++) {
            Set<String> dropped = plain.get(i);
            kept[i] = values(i);
            if (!dropped.isEmpty()) {
                kept[i] = Arrays.stream(kept[i])
                        .filter(value -> !dropped.contains(Folding.plain(value.text())))
                        .toArray(Value[]::new);
                changed |= kept[i].length < count(i);
            }
        }
        return changed ? new EncodedRecord(id, key, kind, kindName, source, relations, kept) : this;
    }

    /** The caller's number for it. */
    public long id() {
        return id;
    }

    /** Its stable key. */
    public String key() {
        return key;
    }

    /** The number of its kind in the encoder that made it. */
    public int kind() {
        return kind;
    }

    public String kindName() {
        return kindName;
    }

    /** Records of one non-empty source are not compared when sources are linked to each other. */
    public String source() {
        return source;
    }

    public List<Relation> relations() {
        return relations;
    }

    /** How many values an attribute has, by its place in the model. */
    public int count(int attribute) {
        return several != null ? several[attribute].length : firsts[attribute] == null ? 0 : 1;
    }

    /** A value of an attribute. */
    public Value value(int attribute, int which) {
        return values(attribute)[which];
    }

    /** All values of an attribute; not to be written to. */
    Value[] values(int attribute) {
        if (several != null) {
            return several[attribute];
        }
        Value only = firsts[attribute];
        return only == null ? NOTHING : only.alone();
    }

    /** The only value of an attribute, or the first of several; null if it has none. */
    public @Nullable Value first(int attribute) {
        return firsts[attribute];
    }

    /** A hash of all its values, whatever it is called. */
    public long contentHash() {
        long hash = 0;
        for (int i = 0; i < firsts.length; i++) {
            for (Value value : values(i)) {
                hash = Hashing.then(hash, value.hash());
            }
        }
        return hash;
    }

    /** Whether some attribute has several values. */
    boolean hasSets() {
        return several != null;
    }
}
