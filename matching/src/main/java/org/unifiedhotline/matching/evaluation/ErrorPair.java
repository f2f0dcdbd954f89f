package org.unifiedhotline.matching.evaluation;

import java.util.Locale;
import java.util.Optional;
import org.unifiedhotline.matching.record.ClusterHistory.Separation;
import org.unifiedhotline.matching.record.MatchWeight;

/**
 * A pair of records that came out wrong.
 *
 * @param fault what is wrong with it
 * @param loss which step lost it
 * @param keyA one record, the smaller key
 * @param keyB the other
 * @param resolvable whether both hold enough to be linked
 * @param household whether the two are of one household, one person or two
 * @param kind the kind of pair, {@code caller+subject}
 * @param evidence the best that they share
 * @param weight their match weight with its parts
 * @param separation what held their clusters apart, where both stood in one component
 */
public record ErrorPair(
        Fault fault,
        Loss loss,
        String keyA,
        String keyB,
        boolean resolvable,
        boolean household,
        String kind,
        Evidence evidence,
        MatchWeight weight,
        Optional<Separation> separation) {
    /** What is wrong with a pair. */
    public enum Fault {
        /** Two people in one cluster. */
        WRONG,
        /** One person in two clusters. */
        MISSED;

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The step that made the error. */
    public enum Loss {
        /** The pair was never compared, and no third record brought the two together. */
        BLOCKING,
        /** The pair's own weight says it. */
        SCORING,
        /** The pair's own weight says otherwise; the records around it decided. */
        CLUSTERING;

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
