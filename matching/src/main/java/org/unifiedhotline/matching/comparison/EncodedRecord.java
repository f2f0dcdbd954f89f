package org.unifiedhotline.matching.comparison;

import java.util.List;
import org.unifiedhotline.matching.record.Relation;

/** A record taken apart for one model: what blocking, comparison and clustering work on. Immutable. */
public final class EncodedRecord {
    private final long id;
    private final String key;
    private final int kind;
    private final String kindName;
    private final String source;
    private final List<Relation> relations;
    final Value[][] values;

    EncodedRecord(
            long id, String key, int kind, String kindName, String source, List<Relation> relations, Value[][] values) {
        this.id = id;
        this.key = key;
        this.kind = kind;
        this.kindName = kindName;
        this.source = source;
        this.relations = relations;
        this.values = values;
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
        return values[attribute].length;
    }

    /** A value of an attribute. */
    public Value value(int attribute, int which) {
        return values[attribute][which];
    }
}
