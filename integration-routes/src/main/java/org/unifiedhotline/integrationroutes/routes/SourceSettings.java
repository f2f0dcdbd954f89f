package org.unifiedhotline.integrationroutes.routes;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.integrationroutes.events.EventsProperties;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationProperties;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** Where the legacy databases are, who is told of events, and when all is compared. */
public final class SourceSettings implements SettingsCheck {
    private static final String SOURCES = "unified-hotline.sources";

    @Override
    public void check(SettingsReading settings) {
        SourcesProperties sources = settings.read(SourcesProperties.class);
        if (sources != null) {
            settings.attempt(SOURCES, sources::settings);
            checkSource(settings, SOURCES + ".switchboard", sources.switchboard());
            checkSource(settings, SOURCES + ".hotline", sources.hotline());
        }
        settings.read(ReconciliationProperties.class);
        EventsProperties events = settings.read(EventsProperties.class);
        if (events != null) {
            settings.attempt("unified-hotline.events", events::checked);
        }
    }

    private static void checkSource(SettingsReading settings, String where, SourcesProperties.@Nullable Source source) {
        if (source == null) {
            return;
        }
        settings.readCertificates(where + ".certificate-authority", source.certificateAuthority());
        settings.require(
                !source.password().isBlank() || settings.isDemo(),
                where + ".password is missing: from the environment (" + environmentName(where) + ") or a file ("
                        + environmentName(where) + "_FILE)");
        settings.require(
                !source.tls().equals("off") || source.certificateAuthority() == null,
                where + ".tls is off, and contradicts .certificate-authority: take one of them out");
    }

    private static String environmentName(String where) {
        return where.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
    }
}
