package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.resolution.RecordPair;

/**
 * What a person decided, and how it stands.
 *
 * @param id never reused
 * @param approval null where nobody needed to approve it, or nobody has
 * @param settledBy the {@code UNDO} that took it back; null while it stands
 */
public record Decision(
        long id,
        DecisionState state,
        DecisionContent content,
        @Nullable Approval approval,
        @Nullable Long settledBy) {

    /** What this record says of the attribute stands. */
    public record Pin(Attribute attribute, long recordId) {}

    /** Who put it in force, and when. */
    public record Approval(String by, Instant at) {}

    public DecisionKind kind() {
        return content.kind();
    }

    /** The account. */
    public String author() {
        return content.author();
    }

    /** The same, with its reason. */
    Decision because(String words) {
        return new Decision(id, state, content.because(words), approval, settledBy);
    }

    /** In the author's words; may hold personal text; empty where the key of whom it speaks of was destroyed. */
    public String reason() {
        return content.reason();
    }

    public Instant decidedAt() {
        return content.decidedAt();
    }

    /** The version of the match model of the time. */
    public String model() {
        return content.model();
    }

    /** Why another person must approve; empty if none must. */
    public List<Risk> risks() {
        return content.risks();
    }

    /** The review task that it answers; null if it answers none. */
    public @Nullable Long taskId() {
        return content.taskId();
    }

    /** The decision that an {@code UNDO} takes back; null for others. */
    public @Nullable Long undoes() {
        return content.undoes();
    }

    /** The pairs of records that are one person by it. */
    public List<RecordPair> same() {
        return content.same();
    }

    /** The pairs of records that are two people by it. */
    public List<RecordPair> different() {
        return content.different();
    }

    /** The records that it speaks of. */
    Set<Long> records() {
        return content.records();
    }

    /** The account that put it in force; null where none needed to, or none has. */
    public @Nullable String approvedBy() {
        return approval == null ? null : approval.by();
    }

    public @Nullable Instant approvedAt() {
        return approval == null ? null : approval.at();
    }

    /** Names no reason: safe in a log. */
    @Override
    public String toString() {
        return "Decision[" + id + " " + kind() + " " + state + "]";
    }
}
