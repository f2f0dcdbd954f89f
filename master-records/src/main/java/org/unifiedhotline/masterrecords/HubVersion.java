package org.unifiedhotline.masterrecords;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/** Brings a hub to this version, unless its server is too old, or a newer service has already brought it further. */
final class HubVersion implements FlywayMigrationStrategy {
    private static final String SETTING = "spring.datasource.url";
    private static final int OLDEST_SERVER = 15;

    @Override
    public void migrate(Flyway flyway) {
        Optional<MigrationInfo> newer = Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .reduce((first, second) -> second);
        newer.ifPresent(migration -> refuse("the hub was brought to version " + migration.getVersion()
                + " by a newer service: start that one, or restore a backup of the hub from before it"));
        requireServer(flyway);
        flyway.migrate();
    }

    private static void requireServer(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                refuse("the hub's server is PostgreSQL " + version + ": expected " + OLDEST_SERVER + " or newer");
            }
        } catch (SQLException away) {
            throw new IllegalStateException("the hub went away while its version was asked for", away);
        }
    }

    private static void refuse(String complaint) {
        throw new UnusableSettingsException(List.of(SETTING + ": " + complaint));
    }
}
