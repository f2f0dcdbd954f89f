package org.unifiedhotline.masterrecords.keys;

import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Migration 26.3: puts keyed hashes in the place of the names of agencies that stood in the table of referrals. */
public final class ExistingAgencies extends ExistingData {
    public ExistingAgencies(Keystore keystore) {
        super("26.3", "hash names of agencies", keystore);
    }

    @Override
    void migrate(HubDatabase hub) {
        List<String> names = hub.template()
                .queryForList(
                        "SELECT DISTINCT agency_name_clear FROM referral WHERE agency_name_clear IS NOT NULL",
                        String.class);
        hub.template()
                .batchUpdate(
                        "UPDATE referral SET agency_hash = ? WHERE agency_name_clear = ?",
                        names.stream()
                                .map(name -> new Object[] {
                                    AgencyHash.of(name, hub.keys().hashes()), name
                                })
                                .toList());
        hub.template().execute("ALTER TABLE referral DROP COLUMN agency_name_clear");
    }
}
