package org.unifiedhotline.masterrecords.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.SourceRecordTable.Written;
import org.unifiedhotline.masterrecords.rights.StandingExports;

/** Sees that somebody withdrew their consent: files that were written while they gave it tell what must not leave any more. */
final class Withdrawals {
    private final HubDatabase hub;
    private final RowMapping mapping;
    private final SourceRecordTable records;

    Withdrawals(HubDatabase hub, RowMapping mapping) {
        this.hub = hub;
        this.mapping = mapping;
        this.records = new SourceRecordTable(hub);
    }

    /** Before the records are written. Former rows are read, which are sealed, only while there is a file to give up. */
    void heed(List<Written> written) {
        List<Written> without =
                written.stream().filter(Withdrawals::mayWithdraw).toList();
        if (!without.isEmpty()
                && StandingExports.areThere(hub)
                && without.stream().anyMatch(this::gaveConsent)) {
            StandingExports.giveUp(hub);
        }
    }

    private static boolean mayWithdraw(Written record) {
        return record.changes().wasLive()
                && record.canonical() instanceof PersonRecord person
                && person.role() == PersonRole.VICTIM
                && !consents(person);
    }

    private boolean gaveConsent(Written record) {
        try {
            return records.row(record.changes().recordId())
                    .map(row -> mapping.map(record.changes().key(), row))
                    .filter(Withdrawals::consents)
                    .isPresent();
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    private static boolean consents(@Nullable CanonicalRecord record) {
        return record instanceof PersonRecord person && Boolean.TRUE.equals(person.consentToShare());
    }
}
