package org.unifiedhotline.console.stewardship;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.masking.OfMaster;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.reviewtasks.ClosedBecause;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTask;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks.Opened;
import org.unifiedhotline.masterrecords.stewardship.TaskEvidence;
import org.unifiedhotline.masterrecords.stewardship.TaskNote;
import org.unifiedhotline.matching.record.WeightPart;

/**
 * A review task as the API tells of it.
 *
 * @param version to be given back with a decision
 * @param priority the greater, the sooner
 * @param centres where its people called or are cared for
 * @param sensitivity what one must be cleared for to see it
 * @param assignedTo the person whom a supervisor gave it to; null if it is anybody's
 * @param suggestedFor named stewards whom it suits, those with the fewest tasks in hand first
 * @param lease who works on it, and until when it is kept for them
 * @param records the two that it is about, in the order of their keys; fewer when one was deleted
 * @param evidence as it was shown when the task was claimed; before, as it is now
 */
record TaskView(
        long id,
        long version,
        TaskKind kind,
        TaskState state,
        int priority,
        Instant openedAt,
        Instant changedAt,
        List<String> centres,
        List<Sensitivity> sensitivity,
        @Nullable String assignedTo,
        List<String> suggestedFor,
        ReviewTask.@Nullable Lease lease,
        @Nullable Instant deferredUntil,
        @Nullable ClosedBecause closedBecause,
        @Nullable Long decisionId,
        List<RecordView> records,
        EvidenceView evidence,
        List<TaskNote> notes) {

    static TaskView of(Opened opened, List<String> suggestedFor) {
        ReviewTask task = opened.task();
        TaskEvidence evidence = opened.evidence();
        return new TaskView(
                task.id(),
                task.version(),
                task.kind(),
                task.state(),
                task.priority(),
                task.openedAt(),
                task.changedAt(),
                task.scope().centres().stream().sorted().toList(),
                task.scope().sensitivity().stream().sorted().toList(),
                task.assignedTo(),
                suggestedFor,
                task.lease(),
                task.deferredUntil(),
                task.closedBecause(),
                task.decisionId(),
                evidence.records().stream()
                        .sorted(Comparator.comparing(shown -> shown.person().key()))
                        .map(RecordView::of)
                        .toList(),
                EvidenceView.of(evidence),
                opened.notes());
    }

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "TaskView[" + id + " version " + version + "]";
    }

    /**
     * One of the two records.
     *
     * @param masterId whom it belongs to
     * @param recordsOfPerson how many source records that person is made of
     * @param person what it says, as written and as understood
     */
    record RecordView(
            String source,
            String table,
            String localId,
            @Nullable MasterId masterId,
            int recordsOfPerson,
            PersonRecord person)
            implements OfMaster {
        static RecordView of(TaskEvidence.Shown shown) {
            return new RecordView(
                    shown.person().key().system().code(),
                    shown.person().key().table().name(),
                    shown.person().key().localId(),
                    shown.masterId(),
                    shown.fellows(),
                    shown.person());
        }
    }

    /**
     * Why the two may be one person or two.
     *
     * @param matchWeight log2 of the odds that they are one; the sum of the parts
     * @param matchProbability 0 to 1
     * @param forbidden why the engine thinks that they never can be; empty if it does not
     * @param summary a sentence in Vietnamese, then in English
     */
    record EvidenceView(
            double matchWeight,
            double matchProbability,
            String forbidden,
            List<WeightPart> parts,
            List<String> summary,
            String modelVersion) {
        static EvidenceView of(TaskEvidence evidence) {
            return new EvidenceView(
                    evidence.bits(),
                    evidence.probability(),
                    evidence.forbidden(),
                    evidence.parts(),
                    evidence.summary(),
                    evidence.model());
        }
    }
}
