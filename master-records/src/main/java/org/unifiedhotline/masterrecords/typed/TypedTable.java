package org.unifiedhotline.masterrecords.typed;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** A table of the hub that holds one kind of canonical record. */
abstract class TypedTable<T extends CanonicalRecord> {
    private final Class<T> type;
    private final String name;

    TypedTable(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /** The statement that writes many rows, whose parameters are the arrays of {@link #columns}. */
    abstract String upsert();

    /** The columns after {@code record_id} and {@code source_system}, in the order of {@link #upsert}. */
    abstract Rows<T> columns(Rows<T> rows);

    /** Further columns, behind these: keyed hashes of what is only compared for equality. */
    Rows<T> hashed(Rows<T> rows, KeyedHashes hashes) {
        return rows;
    }

    /**
     * The statement that queues whom the given rows name; {@code :ids} is the array of their numbers. Empty if they name
     * nobody.
     */
    Optional<String> queueNamed() {
        return Optional.empty();
    }

    final String name() {
        return name;
    }

    final Class<T> type() {
        return type;
    }

    final void write(HubDatabase hub, Collection<? extends CanonicalRecord> records) {
        List<T> rows = records.stream().map(type::cast).toList();
        hub.sql()
                .sql(upsert())
                .params(hashed(
                                columns(Rows.of(rows)
                                        .longs(row -> SourceRecordId.of(row.key()))
                                        .texts(row -> row.key().system().code())),
                                hub.keys().hashes())
                        .parameters())
                .update();
    }

    final void delete(HubDatabase hub, Long[] recordIds) {
        hub.sql()
                .sql("DELETE FROM " + name + " WHERE record_id = ANY (?)")
                .param(recordIds)
                .update();
    }

    final void queueNamed(HubDatabase hub, Long[] recordIds) {
        queueNamed()
                .ifPresent(statement ->
                        hub.sql().sql(statement).param("ids", recordIds).update());
    }

    static @Nullable Long id(@Nullable SourceRecordKey key) {
        return key == null ? null : SourceRecordId.of(key);
    }
}
