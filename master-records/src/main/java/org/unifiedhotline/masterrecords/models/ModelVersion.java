package org.unifiedhotline.masterrecords.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match model that the hub knows, without its file.
 *
 * @param version the hash of what the model says
 * @param author who brought or trained it: an account, or {@code configuration}
 * @param learned what it was learned from; null unless it was trained from this hub
 */
public record ModelVersion(
        String version,
        String name,
        Origin origin,
        String author,
        String reason,
        Instant createdAt,
        @Nullable Learned learned) {

    /** Where a model comes from. */
    public enum Origin {
        /** The file that the service's settings name. */
        CONFIGURATION,
        /** Trained in the background. */
        TRAINED,
        /** Brought by the operator's command {@code train}. */
        OPERATOR
    }

    /**
     * What a model was learned from.
     *
     * @param labels how many pairs of which people said what they are
     * @param report what training had to tell, figures and levels only
     */
    public record Learned(long records, long labels, long seed, List<String> report) {
        public Learned {
            report = List.copyOf(report);
        }
    }
}
