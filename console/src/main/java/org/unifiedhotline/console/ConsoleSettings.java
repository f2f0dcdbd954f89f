package org.unifiedhotline.console;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.access.RolesFile;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.console.exports.ExportProperties;
import org.unifiedhotline.console.limits.LimitsProperties;
import org.unifiedhotline.console.login.LoginSettings;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** Who may do what, who people are, and how much may be asked. */
public final class ConsoleSettings implements SettingsCheck {
    private static final String ROLES = "unified-hotline.console.roles-file";

    @Override
    public void check(SettingsReading settings) {
        AtomicReference<@Nullable RolesTable> roles = new AtomicReference<>();
        ConsoleProperties console = settings.read(ConsoleProperties.class);
        if (console != null) {
            settings.attempt(ROLES, () -> roles.set(RolesFile.read(console.rolesFile())));
        }
        RolesTable table = roles.get();
        new LoginSettings(table == null ? null : table.roles()).check(settings);
        settings.read(LimitsProperties.class);
        settings.read(ExportProperties.class);
    }
}
