package org.unifiedhotline.console.stewardship;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionKind;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.Risk;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;

/**
 * A decision as the API tells of it.
 *
 * @param risks why a second person must approve; empty if none must
 * @param taskId the review task that it answers
 * @param undoes the decision that it takes back
 * @param settledBy the decision that took it back
 * @param attribute what is pinned, in the words of {@code survivorship.yaml}; null unless it is a pin
 * @param records the records that it speaks of, those that live, and whose they are now; of an undo, those of what it takes back
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
        @Nullable Long settledBy,
        @Nullable String attribute,
        List<RecordView> records) {

    /** A source record, and whose it is. */
    record RecordView(String source, String table, String localId, MasterId masterId) {
        static RecordView of(Stewardship.Spoken spoken) {
            return new RecordView(
                    spoken.key().system().code(),
                    spoken.key().table().name(),
                    spoken.key().localId(),
                    spoken.masterId());
        }
    }

    static DecisionView of(Decision decision, List<Stewardship.Spoken> spoken) {
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
                decision.settledBy(),
                decision.content().pin() == null
                        ? null
                        : decision.content().pin().attribute().code(),
                spoken.stream().map(RecordView::of).toList());
    }

    /** Names no reason: safe in a log. */
    @Override
    public String toString() {
        return "DecisionView[" + id + "]";
    }
}
