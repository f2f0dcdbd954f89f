package org.unifiedhotline.masterrecords.keys;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** A migration of what a hub of before holds, which takes the keys that its rows are sealed by: in one transaction. */
abstract class ExistingData implements JavaMigration {
    private final MigrationVersion version;
    private final String description;
    private final Keystore keystore;

    ExistingData(String version, String description, Keystore keystore) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
        this.keystore = keystore;
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Integer getChecksum() {
        return 1;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public final void migrate(Context context) {
        migrate(new HubDatabase(new SingleConnectionDataSource(context.getConnection(), true), keystore));
    }

    /** Over the one connection of the migration's transaction. */
    abstract void migrate(HubDatabase hub);
}
