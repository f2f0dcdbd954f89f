package org.unifiedhotline.masterrecords.settings;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with settings of one kind, so that it is told at once. */
public final class Complaints {
    private final String prefix;
    private final List<String> all = new ArrayList<>();

    /**
     * About these settings.
     *
     * @param prefix what every complaint begins with: {@code unified-hotline.search.}
     */
    public Complaints(String prefix) {
        this.prefix = prefix;
    }

    /** Complains unless this holds. */
    public Complaints require(boolean holds, String complaint) {
        if (!holds) {
            all.add(prefix + complaint);
        }
        return this;
    }

    /**
     * Ends the gathering.
     *
     * @throws UnusableSettingsException if there is any complaint
     */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new UnusableSettingsException(all);
        }
    }
}
