package org.unifiedhotline.masterrecords.typed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Holds typed rows against what they are made of. The very statements that write the typed tables write into temporary tables of
 * the same names, which come before them in the search path, and the two are compared: no column is forgotten.
 *
 * <p>Needs a database of one session of its own, which must write nothing else.
 */
public final class TypedCheck {
    private final HubDatabase session;
    private final TypedTables shadows;
    private final String schema;

    /** Makes the temporary tables; they go when the session ends. */
    public TypedCheck(HubDatabase session) {
        this.session = session;
        this.shadows = new TypedTables(session);
        this.schema = session.sql()
                .sql("SELECT quote_ident(current_schema())")
                .query(String.class)
                .single();
        TypedTables.names()
                .forEach(name -> session.sql()
                        .sql("CREATE TEMPORARY TABLE IF NOT EXISTS " + name + " (LIKE " + schema + "." + name
                                + " INCLUDING INDEXES INCLUDING DEFAULTS) ON COMMIT DELETE ROWS")
                        .update());
    }

    /**
     * The numbers of those of these records whose typed rows are missing or not as the records are; records of people have
     * none.
     */
    public List<Long> different(Collection<CanonicalRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Long[] ids =
                records.stream().map(record -> SourceRecordId.of(record.key())).toArray(Long[]::new);
        return session.write(() -> {
            shadows.write(records);
            List<Long> different = new ArrayList<>();
            for (String name : TypedTables.namesFor(records)) {
                different.addAll(session.sql()
                        .sql("SELECT shadow.record_id FROM pg_temp." + name + " AS shadow LEFT JOIN (SELECT * FROM "
                                + schema + "." + name + " WHERE record_id = ANY (?)) AS stored USING (record_id)"
                                + " WHERE to_jsonb(stored) IS DISTINCT FROM to_jsonb(shadow)")
                        .param(ids)
                        .query(Long.class)
                        .list());
            }
            return different;
        });
    }

    /** Typed rows of what is no live and understood record, by table. */
    public List<Surplus> surplus() {
        List<Surplus> surplus = new ArrayList<>();
        for (String name : TypedTables.names()) {
            surplus.addAll(session.sql()
                    .sql("SELECT typed.record_id FROM " + schema + "." + name
                            + " AS typed WHERE NOT EXISTS (SELECT 1 FROM "
                            + "source_record WHERE source_record.record_id = typed.record_id AND live"
                            + " AND canonical IS NOT NULL)")
                    .query((row, number) -> new Surplus(name, row.getLong("record_id")))
                    .list());
        }
        return surplus;
    }

    /** A typed row that belongs to nothing. */
    public record Surplus(String table, long recordId) {}
}
