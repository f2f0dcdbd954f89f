package org.unifiedhotline.mappings.source;

import java.util.Objects;

/**
 * What a source record is known by: its table and its primary key there, as text ({@code switchboard/tre_em/42}).
 *
 * <p>Ordered by system, table and local id as text; this order breaks ties wherever the outcome must not depend on
 * the order of arrival.
 *
 * @param localId the primary key's value as text; 1 to 200 characters. Every legacy table has a key of one column.
 */
public record SourceRecordKey(SourceTable table, String localId) implements Comparable<SourceRecordKey> {
    public SourceRecordKey {
        Objects.requireNonNull(table, "table");
        if (localId.isEmpty() || localId.length() > 200) {
            throw new IllegalArgumentException("a local id of " + table + " has 1 to 200 characters");
        }
    }

    public static SourceRecordKey of(SourceTable table, String localId) {
        return new SourceRecordKey(table, localId);
    }

    public static SourceRecordKey of(SourceSystem system, String table, String localId) {
        return new SourceRecordKey(new SourceTable(system, table), localId);
    }

    public SourceSystem system() {
        return table.system();
    }

    @Override
    public int compareTo(SourceRecordKey other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : localId.compareTo(other.localId);
    }

    @Override
    public String toString() {
        return table + "/" + localId;
    }
}
