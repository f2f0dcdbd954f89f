package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.resolution.RecordPair;

/**
 * What a person decided.
 *
 * @param id never reused
 * @param author the account
 * @param reason in the author's words; may hold personal text
 * @param model the version of the match model of the time
 * @param risks why another person must approve; empty if none must
 * @param taskId the review task that it answers
 * @param undoes the decision that an {@code UNDO} takes back
 * @param same the pairs of records that are one person by it
 * @param different the pairs that are two
 * @param pin what a {@code PIN} says
 * @param settledBy the {@code UNDO} that took it back
 */
public record Decision(
        long id,
        DecisionKind kind,
        DecisionState state,
        String author,
        String reason,
        Instant decidedAt,
        String model,
        List<Risk> risks,
        @Nullable Long taskId,
        @Nullable Long undoes,
        List<RecordPair> same,
        List<RecordPair> different,
        @Nullable Pin pin,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Long settledBy) {
    public Decision {
        risks = List.copyOf(risks);
        same = List.copyOf(same);
        different = List.copyOf(different);
        if ((kind == DecisionKind.UNDO) != (undoes != null)) {
            throw new IllegalArgumentException("an undo, and nothing else, names the decision that it takes back");
        }
    }

    /** What this record says of the attribute stands. */
    public record Pin(Attribute attribute, long recordId) {}

    /** The records that it speaks of. */
    Set<Long> records() {
        Set<Long> records = new TreeSet<>();
        same.forEach(pair -> records.addAll(List.of(pair.a(), pair.b())));
        different.forEach(pair -> records.addAll(List.of(pair.a(), pair.b())));
        if (pin != null) {
            records.add(pin.recordId());
        }
        return records;
    }

    /** Names no reason: safe in a log. */
    @Override
    public String toString() {
        return "Decision[" + id + " " + kind + " " + state + "]";
    }
}
