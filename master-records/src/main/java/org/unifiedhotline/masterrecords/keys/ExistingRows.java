package org.unifiedhotline.masterrecords.keys;

import java.sql.Connection;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Migration 19.1: seals what stands in clear in a hub of before, in place, in one transaction, and rewrites the tables, so that no
 * clear text is left in their files. What is hashed is made anew: everybody is resolved again at the first start. The
 * write-ahead log and the backups of before hold clear text until they are deleted.
 */
public final class ExistingRows implements JavaMigration {
    private final Keystore keystore;

    /** Seals by these keys. */
    public ExistingRows(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("19.1");
    }

    @Override
    public String getDescription() {
        return "seal existing rows";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        Connection connection = context.getConnection();
        new ExistingRowsSealing(new HubDatabase(new SingleConnectionDataSource(connection, true), keystore)).run();
    }
}
