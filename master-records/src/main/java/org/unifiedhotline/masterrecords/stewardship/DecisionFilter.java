package org.unifiedhotline.masterrecords.stewardship;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Which decisions are listed, and for whom.
 *
 * @param state only those in this state; null for all
 * @param person only what was decided about the records that this person is made of; null for all
 * @param reader who reads: what they are not cleared for is left out
 * @param restricted whether decisions about people whose processing is restricted are among them
 */
public record DecisionFilter(
        @Nullable DecisionState state, @Nullable MasterId person, String reader, boolean restricted) {

    /** All that an account is cleared for. */
    public static DecisionFilter of(String reader) {
        return new DecisionFilter(null, null, reader, true);
    }

    public DecisionFilter in(DecisionState wanted) {
        return new DecisionFilter(wanted, person, reader, restricted);
    }

    public DecisionFilter about(MasterId wanted) {
        return new DecisionFilter(state, wanted, reader, restricted);
    }
}
