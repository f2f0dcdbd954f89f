package org.unifiedhotline.masterrecords.keys;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Puts keyed hashes in the place of the names of agencies that stood in the table of referrals. */
public final class ExistingAgencies implements JavaMigration {
    private final Keystore keystore;

    public ExistingAgencies(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("26.3");
    }

    @Override
    public String getDescription() {
        return "hash names of agencies";
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
        JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        List<String> names = sql.queryForList(
                "SELECT DISTINCT agency_name_clear FROM referral WHERE agency_name_clear IS NOT NULL", String.class);
        sql.batchUpdate(
                "UPDATE referral SET agency_hash = ? WHERE agency_name_clear = ?",
                names.stream()
                        .map(name -> new Object[] {AgencyHash.of(name, keystore.hashes()), name})
                        .toList());
        sql.execute("ALTER TABLE referral DROP COLUMN agency_name_clear");
    }
}
