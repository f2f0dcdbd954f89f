package org.unifiedhotline.masterrecords.keys;

import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Migration 19.1: seals what stands in clear in a hub of before, in place, in one transaction, and rewrites the tables, so that no
 * clear text is left in their files. What is hashed is made anew: everybody is resolved again at the first start. The
 * write-ahead log and the backups of before hold clear text until they are deleted.
 */
public final class ExistingRows extends ExistingData {
    /** Seals by these keys. */
    public ExistingRows(Keystore keystore) {
        super("19.1", "seal existing rows", keystore);
    }

    @Override
    void migrate(HubDatabase hub) {
        new ExistingRowsSealing(hub).run();
    }
}
