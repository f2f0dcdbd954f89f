package org.unifiedhotline.searchindex;

import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** Where the search server is, and whom its certificate is checked against. */
public final class SearchIndexSettings implements SettingsCheck {
    @Override
    public void check(SettingsReading settings) {
        SearchIndexProperties properties = settings.read(SearchIndexProperties.class);
        if (properties != null) {
            settings.readCertificates(
                    "unified-hotline.search.certificate-authority", properties.certificateAuthority());
        }
    }
}
