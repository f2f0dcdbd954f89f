package org.unifiedhotline.console.stewardship;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionKind;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.Risk;

/**
 * A decision as the API tells of it.
 *
 * @param risks why a second person must approve; empty if none must
 * @param taskId the review task that it answers
 * @param undoes the decision that it takes back
 * @param settledBy the decision that took it back
 */
record DecisionView(
        long id,
        DecisionKind kind,
        DecisionState state,
        String author,
        String reason,
        Instant decidedAt,
        String modelVersion,
        List<Risk> risks,
        @Nullable Long taskId,
        @Nullable Long undoes,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Long settledBy) {
    static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.kind(),
                decision.state(),
                decision.author(),
                decision.reason(),
                decision.decidedAt(),
                decision.model(),
                decision.risks(),
                decision.taskId(),
                decision.undoes(),
                decision.approvedBy(),
                decision.approvedAt(),
                decision.settledBy());
    }

    /** Names no reason: safe in a log. */
    @Override
    public String toString() {
        return "DecisionView[" + id + "]";
    }
}
