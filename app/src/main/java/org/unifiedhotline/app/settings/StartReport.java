package org.unifiedhotline.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.unifiedhotline.console.ConsoleSettings;
import org.unifiedhotline.integrationroutes.routes.SourceSettings;
import org.unifiedhotline.masterrecords.HubSettings;
import org.unifiedhotline.masterrecords.audit.AuditSettings;
import org.unifiedhotline.masterrecords.keys.KeySettings;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;
import org.unifiedhotline.searchindex.SearchIndexSettings;

/**
 * Checks the settings of all rooms before the service makes or connects to anything, and tells everything that is wrong in one
 * list, each with where it is set.
 */
public final class StartReport implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final List<SettingsCheck> ROOMS = List.of(
            new ServerSettings(),
            new HubSettings(),
            new KeySettings(),
            new AuditSettings(),
            new SourceSettings(),
            new SearchIndexSettings(),
            new ConsoleSettings());

    /** What a complaint begins with. */
    private static final Pattern SETTING = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> complaints = of(context.getEnvironment(), context);
        if (!complaints.isEmpty()) {
            throw new UnusableSettingsException(complaints);
        }
    }

    static List<String> of(ConfigurableEnvironment environment, org.springframework.core.io.ResourceLoader resources) {
        SettingsReading settings = new SettingsReading(environment, resources);
        ROOMS.forEach(room -> room.check(settings));
        settings.complainOfUnknown();
        List<String> placed = new ArrayList<>();
        settings.complaints().forEach(complaint -> placed.add(complaint + place(environment, complaint)));
        return placed;
    }

    /** Where the setting stands that is complained of; empty if nowhere. */
    private static String place(ConfigurableEnvironment environment, String complaint) {
        Matcher setting = SETTING.matcher(complaint);
        if (!setting.lookingAt() || !ConfigurationPropertyName.isValid(setting.group())) {
            return "";
        }
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting.group());
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            Origin origin = property == null ? null : property.getOrigin();
            if (origin != null) {
                return " [" + origin + "]";
            }
        }
        return "";
    }
}
