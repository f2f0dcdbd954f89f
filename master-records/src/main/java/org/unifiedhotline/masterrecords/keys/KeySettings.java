package org.unifiedhotline.masterrecords.keys;

import java.nio.file.Path;
import java.util.SortedMap;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** What the folder of the hub's keys must hold. */
public final class KeySettings implements SettingsCheck {
    @Override
    public void check(SettingsReading settings) {
        KeyProperties properties = settings.read(KeyProperties.class);
        if (properties == null || (settings.isDemo() && properties.folder() != null)) {
            return;
        }
        Path folder = properties.folder();
        if (folder == null) {
            settings.attempt(Keystore.SETTING, () -> properties.open(false));
            return;
        }
        settings.attempt(
                Keystore.SETTING, () -> KeyFile.read(Keystore.SETTING, folder.resolve(Keystore.HASHING), false));
        settings.attempt(Keystore.SETTING, () -> TreeFile.in(folder, false));
        properties
                .encryption()
                .forEach((version, digits) -> settings.attempt(
                        "unified-hotline.keys.encryption",
                        () -> KeyFile.parse("unified-hotline.keys.encryption." + version, digits.strip())));
        SortedMap<Integer, Path> versions = Keystore.versions(folder);
        versions.values()
                .forEach(file -> settings.attempt(Keystore.SETTING, () -> KeyFile.read(Keystore.SETTING, file, false)));
        if (versions.isEmpty() && properties.encryption().isEmpty()) {
            Path first = Keystore.encryptionFile(folder, 1);
            settings.attempt(Keystore.SETTING, () -> KeyFile.read(Keystore.SETTING, first, false));
        }
    }
}
