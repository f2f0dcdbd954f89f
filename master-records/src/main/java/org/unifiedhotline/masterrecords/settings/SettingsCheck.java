package org.unifiedhotline.masterrecords.settings;

/** What one room demands of its settings, and of the files that they name. It connects to nothing and makes nothing. */
@FunctionalInterface
public interface SettingsCheck {
    /** Reads them; what is wrong is gathered there, and the check goes on. */
    void check(SettingsReading settings);
}
