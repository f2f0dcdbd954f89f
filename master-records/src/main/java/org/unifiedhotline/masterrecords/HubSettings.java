package org.unifiedhotline.masterrecords;

import org.springframework.core.env.Environment;
import org.unifiedhotline.masterrecords.assignment.StewardsReader;
import org.unifiedhotline.masterrecords.records.SurvivorshipReader;
import org.unifiedhotline.masterrecords.retention.RetentionRules;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;
import org.unifiedhotline.matching.model.ModelReader;

/** Where the hub is, and the files that say how it works. */
public final class HubSettings implements SettingsCheck {
    private static final String DATABASE = "spring.datasource.";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Override
    public void check(SettingsReading settings) {
        checkDatabase(settings);
        HubProperties properties = settings.read(HubProperties.class);
        if (properties == null) {
            return;
        }
        settings.readText("unified-hotline.hub.match-model", properties.matchModel(), ModelReader::read);
        settings.readText("unified-hotline.hub.survivorship", properties.survivorship(), SurvivorshipReader::read);
        settings.readText("unified-hotline.hub.stewards", properties.stewards(), StewardsReader::read);
        settings.readText("unified-hotline.hub.retention", properties.retention(), RetentionRules::read);
    }

    private static void checkDatabase(SettingsReading settings) {
        Environment environment = settings.environment();
        String url = environment.getProperty(DATABASE + "url", "");
        settings.require(
                url.startsWith(POSTGRESQL),
                DATABASE + "url is the hub's address: expected " + POSTGRESQL + "//HOST:PORT/DATABASE");
        settings.require(
                !environment.getProperty(DATABASE + "username", "").isBlank(),
                DATABASE + "username is missing: the account that owns the hub's database");
        settings.require(
                environment.containsProperty(DATABASE + "password") || url.contains("sslcert=") || settings.isDemo(),
                DATABASE + "password is missing: from the environment (SPRING_DATASOURCE_PASSWORD) or a file"
                        + " (SPRING_DATASOURCE_PASSWORD_FILE)");
    }
}
