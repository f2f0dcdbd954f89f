package org.unifiedhotline.masterrecords.resolution;

import java.util.Optional;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.matching.model.MatchModel;

/** The models that this instance can weigh with: the one it was configured with, and those that the hub keeps. */
final class KnownModels {
    private final MatchModel configured;
    private final String configuredVersion;
    private final Models models;

    KnownModels(HubDatabase hub, MatchModel configured) {
        this.configured = configured;
        this.configuredVersion = configured.version();
        this.models = new Models(hub);
    }

    MatchModel configured() {
        return configured;
    }

    String configuredVersion() {
        return configuredVersion;
    }

    /** The model of a version; empty for one that made the present edges before the hub kept models. */
    Optional<MatchModel> find(String version) {
        return version.equals(configuredVersion) ? Optional.of(configured) : models.model(version);
    }
}
