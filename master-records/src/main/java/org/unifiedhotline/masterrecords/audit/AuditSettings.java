package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import org.unifiedhotline.masterrecords.keys.KeyFile;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** What the audit trail's folder and its file of alerts must hold. */
public final class AuditSettings implements SettingsCheck {
    private static final String FOLDER = "unified-hotline.audit.folder";

    @Override
    public void check(SettingsReading settings) {
        AuditProperties properties = settings.read(AuditProperties.class);
        if (properties == null) {
            return;
        }
        settings.readText("unified-hotline.audit.alerts", properties.alerts(), AlertRules::read);
        Path folder = properties.folder();
        if (folder == null) {
            settings.attempt(FOLDER, properties::requiredFolder);
        } else if (!settings.isDemo()) {
            settings.attempt(FOLDER, () -> KeyFile.read(FOLDER, folder.resolve(AuditKeys.CHAIN), false));
            settings.attempt(FOLDER, () -> SealingKeys.in(folder, false));
        }
    }
}
