package org.unifiedhotline.integrationroutes.routes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.Engine;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.ExcessRights;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.UnboundedLog;
import org.unifiedhotline.integrationroutes.capture.Transport;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/**
 * The legacy databases ({@code unified-hotline.sources.switchboard.*}, {@code unified-hotline.sources.hotline.*}).
 *
 * @param switchboard null where that system is not captured
 * @param hotline null where that system is not captured
 * @param excessRights what is done when an account may do more at a source than read it: {@code refuse} or {@code warn}
 * @param unboundedLog what is done when nothing bounds what a source keeps of its log for a service that stands still
 */
@ConfigurationProperties("unified-hotline.sources")
public record SourcesProperties(
        @Nullable Source switchboard,
        @Nullable Source hotline,
        @DefaultValue("refuse") ExcessRights excessRights,
        @DefaultValue("refuse") UnboundedLog unboundedLog) {

    /**
     * One database; what each value means stands with {@link CaptureSettings}.
     *
     * @param engine {@code mariadb} or {@code postgresql}; empty means the system's own
     * @param tls {@code verify}: the server's certificate is checked; {@code off}: in clear; empty: off for a server on this
     *     machine, else verify
     * @param dispensableColumns columns that were dropped for good ({@code giam_sat.chi_tiet}): their tables go on without them
     * @param certificateAuthority PEM file of whoever signed that certificate; null for the authorities that the JDK trusts
     */
    public record Source(
            @DefaultValue("") String engine,
            @DefaultValue("") String host,
            @DefaultValue("0") int port,
            @DefaultValue("") String database,
            @DefaultValue("hotline") String schema,
            @DefaultValue("unified_hotline") String username,
            @DefaultValue("") String password,
            @DefaultValue("unified_hotline") String publication,
            @DefaultValue("unified_hotline") String slot,
            @DefaultValue("") String tls,
            @Nullable Path certificateAuthority,
            @DefaultValue Set<String> dispensableColumns) {

        /** Names no password. */
        @Override
        public String toString() {
            return engine + " at " + host + ":" + port + "/" + database;
        }
    }

    /**
     * The settings of the systems that are captured.
     *
     * @throws UnusableSettingsException naming everything that is wrong
     */
    public Map<SourceSystem, CaptureSettings> settings() {
        Map<SourceSystem, CaptureSettings> settings = new EnumMap<>(SourceSystem.class);
        List<String> complaints = new ArrayList<>();
        add(settings, complaints, SourceSystem.SWITCHBOARD, switchboard, "mariadb");
        add(settings, complaints, SourceSystem.HOTLINE, hotline, "postgresql");
        if (!complaints.isEmpty()) {
            throw new UnusableSettingsException(complaints);
        }
        return settings;
    }

    private void add(
            Map<SourceSystem, CaptureSettings> settings,
            List<String> complaints,
            SourceSystem system,
            @Nullable Source source,
            String usualEngine) {
        if (source == null) {
            return;
        }
        try {
            Engine engine = Engine.of(source.engine().isBlank() ? usualEngine : source.engine());
            settings.put(
                    system,
                    new CaptureSettings(
                            system,
                            engine,
                            source.host(),
                            source.port() == 0 ? usualPort(engine) : source.port(),
                            source.database(),
                            source.schema(),
                            source.username(),
                            source.password(),
                            source.publication(),
                            source.slot(),
                            excessRights,
                            unboundedLog,
                            Transport.of(
                                    source.tls(),
                                    source.certificateAuthority(),
                                    source.host(),
                                    "unified-hotline.sources." + system.code()),
                            source.dispensableColumns()));
        } catch (UnusableSettingsException e) {
            complaints.addAll(e.complaints());
        } catch (IllegalArgumentException e) {
            String complaint = String.valueOf(e.getMessage());
            String where = "unified-hotline.sources." + system.code();
            complaints.add(complaint.startsWith(where) ? complaint : where + ".engine: " + complaint);
        }
    }

    private static int usualPort(Engine engine) {
        return switch (engine) {
            case MARIADB -> 3306;
            case POSTGRESQL -> 5432;
        };
    }
}
