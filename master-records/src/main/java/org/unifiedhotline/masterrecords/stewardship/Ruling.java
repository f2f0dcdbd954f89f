package org.unifiedhotline.masterrecords.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;

/** What becomes of a decision. */
public sealed interface Ruling {

    /**
     * It is in force.
     *
     * @param masterId the person it is about now: of a merge the one that stands, of a split the part that was split off;
     *     null where no record of it is live
     * @param effect whom it changed
     */
    record InForce(Decision decision, @Nullable MasterId masterId, Effect effect) implements Ruling {}

    /**
     * It waits for another person's approval; nothing has changed yet.
     *
     * @param effect whom it will change, as things stand
     */
    record Awaiting(Decision decision, @Nullable MasterId masterId, Effect effect) implements Ruling {}

    /** It was not taken, and nothing changed. */
    record Refused(Refusal refusal) implements Ruling {}

    /** Why a decision is not taken. */
    sealed interface Refusal {
        /** What it names never was. */
        record Unknown() implements Refusal {}

        /** The person it names has no record any more. */
        record Gone() implements Refusal {}

        /** The master record it names was merged into another. */
        record MergedAway(MasterId standing) implements Refusal {}

        /** What it says makes no sense; {@code why} tells. */
        record Senseless(String why) implements Refusal {}

        /** The decision it is about stands otherwise than needed. */
        record DecisionStands(Decision decision) implements Refusal {}

        /** Its people are made of other records by now, or it has become riskier; who has seen that can approve it. */
        record DecisionChanged(Decision decision) implements Refusal {}

        /** The task has a newer version, was answered, closed, or is another's. */
        record TaskStands(ReviewTask task) implements Refusal {}

        /** It is about somebody whom the caller is not cleared for. */
        record BeyondClearance() implements Refusal {}

        /** What is erased stays so; an erasure that waits can be taken back. */
        record Irreversible() implements Refusal {}

        /** Legal holds keep records of the person; {@code holds} by their ids. */
        record Held(List<Long> holds) implements Refusal {
            public Held {
                holds = List.copyOf(holds);
            }
        }

        /** Processing of the person is restricted: nothing is decided about who they are until that is lifted. */
        record Restricted() implements Refusal {}

        /** Nobody approves what they decided themselves. */
        record OwnDecision() implements Refusal {}
    }

    /** A refusal as a ruling. */
    static Ruling refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
