package org.unifiedhotline.masterrecords.sourcerecords;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

/** The four legacy tables whose rows speak of people. */
public final class PersonTables {
    private static final Map<SourceTable, PersonRole> ROLES = Map.of(
            SourceTable.of(SourceSystem.SWITCHBOARD, "nguoi_goi"), PersonRole.CALLER,
            SourceTable.of(SourceSystem.SWITCHBOARD, "tre_em"), PersonRole.CHILD,
            SourceTable.of(SourceSystem.HOTLINE, "caller"), PersonRole.CALLER,
            SourceTable.of(SourceSystem.HOTLINE, "victim"), PersonRole.VICTIM);

    private PersonTables() {}

    public static boolean contains(SourceTable table) {
        return ROLES.containsKey(table);
    }

    /** What stands for a person whose row could not be mapped: someone of whom nothing is understood. */
    public static PersonRecord notUnderstood(SourceRecordKey key, Instant changedAt) {
        PersonRole role = ROLES.get(key.table());
        if (role == null) {
            throw new IllegalArgumentException(key.table() + " holds no people");
        }
        return new PersonRecord(
                key,
                role,
                List.of(),
                Sex.UNKNOWN,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                ReporterRelation.UNKNOWN,
                null,
                null,
                null,
                changedAt,
                null,
                List.of(new Flag("record", "not-mapped")));
    }
}
