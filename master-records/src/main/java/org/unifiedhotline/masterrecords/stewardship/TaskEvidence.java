package org.unifiedhotline.masterrecords.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.matching.record.WeightPart;

/**
 * What a steward is shown of a task. Kept as it was shown once the task is claimed or answered.
 *
 * @param records the two records; fewer where one is deleted
 * @param bits the match weight: log2 of the odds that the two are one person
 * @param probability 0 to 1
 * @param forbidden why the engine thinks that they can never be one; empty if it does not
 * @param parts what the weight is the sum of
 * @param summary in Vietnamese, then in English
 * @param model the version of the model that weighed
 */
public record TaskEvidence(
        List<Shown> records,
        double bits,
        double probability,
        String forbidden,
        List<WeightPart> parts,
        List<String> summary,
        String model) {
    public TaskEvidence {
        records = List.copyOf(records);
        parts = List.copyOf(parts);
        summary = List.copyOf(summary);
    }

    /** The levels reached, without the values and weights: what two tasks of the same evidence share. */
    public List<String> levels() {
        return parts.stream().map(part -> part.name() + " " + part.level()).toList();
    }

    /**
     * One of the two records.
     *
     * @param masterId whom it belonged to
     * @param fellows how many records its person was made of, itself included
     */
    public record Shown(PersonRecord person, @Nullable MasterId masterId, int fellows) {}

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "TaskEvidence[" + records.size() + " records, " + bits + " bits]";
    }
}
