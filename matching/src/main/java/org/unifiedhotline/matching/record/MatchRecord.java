package org.unifiedhotline.matching.record;

import java.util.List;
import java.util.Map;

/**
 * One record of a person as the engine takes it.
 *
 * @param id a number of the caller's choosing; nothing is decided by it
 * @param key a stable, unique text (such as {@code switchboard/tre_em/15}); ties are broken by its order, so it must not
 *     depend on when the record arrived
 * @param kind the kind of record (such as {@code caller}, {@code subject}); each kind of pair has weights of its own
 * @param source records of one source are never compared when two sources are linked to each other; empty otherwise
 * @param values standardized text by the model's attribute names; several values are a set, absent and empty mean missing
 * @param relations what cases say of this record and others; both records must carry it
 */
public record MatchRecord(
        long id, String key, String kind, String source, Map<String, List<String>> values, List<Relation> relations) {
    public MatchRecord {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("record " + id + " has an empty key");
        }
        if (kind.isEmpty()) {
            throw new IllegalArgumentException("record " + key + " has an empty kind");
        }
        values = Map.copyOf(values);
        relations = List.copyOf(relations);
    }

    /** A record without source or relations. */
    public static MatchRecord of(long id, String key, String kind, Map<String, List<String>> values) {
        return new MatchRecord(id, key, kind, "", values, List.of());
    }

    /** The same record with these relations. */
    public MatchRecord withRelations(List<Relation> others) {
        return new MatchRecord(id, key, kind, source, values, others);
    }
}
