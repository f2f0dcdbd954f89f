package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.stewardship.Decision.Pin;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/**
 * What somebody decided, and how: the part of a decision that never changes.
 *
 * @param author the account
 * @param reason in the author's words; may hold personal text
 * @param model the version of the match model of the time
 * @param risks why another person must approve; empty if none must
 * @param taskId the review task that it answers
 * @param undoes the decision that an {@code UNDO} takes back
 * @param same the pairs of records that are one person by it
 * @param different the pairs that are two
 * @param pin what a {@code PIN} says
 * @param about the records that an {@code ERASE} or a {@code RESTRICT} is about; empty for others
 */
public record DecisionContent(
        DecisionKind kind,
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
        List<Long> about) {
    public DecisionContent {
        risks = List.copyOf(risks);
        same = List.copyOf(same);
        different = List.copyOf(different);
        about = List.copyOf(about);
        if ((kind == DecisionKind.UNDO) != (undoes != null)) {
            throw new IllegalArgumentException("an undo, and nothing else, names the decision that it takes back");
        }
    }

    /** A decision about who is who. */
    static DecisionContent about(
            DecisionKind kind,
            Word word,
            Instant now,
            String model,
            List<Risk> risks,
            @Nullable Long taskId,
            List<RecordPair> same,
            List<RecordPair> different) {
        return new DecisionContent(
                kind, word.author(), word.reason(), now, model, risks, taskId, null, same, different, null, List.of());
    }

    static DecisionContent pin(Word word, Instant now, String model, Pin pin) {
        return new DecisionContent(
                DecisionKind.PIN,
                word.author(),
                word.reason(),
                now,
                model,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                pin,
                List.of());
    }

    static DecisionContent undo(Word word, Instant now, String model, List<Risk> risks, long undone) {
        return new DecisionContent(
                DecisionKind.UNDO,
                word.author(),
                word.reason(),
                now,
                model,
                risks,
                null,
                undone,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** Nothing is to be kept of these records; another person must approve it. */
    static DecisionContent erase(Word word, Instant now, String model, List<Long> about) {
        return ofPerson(DecisionKind.ERASE, word, now, model, List.of(Risk.IRREVERSIBLE), List.of(), about);
    }

    /** These records, one person's, are not matched any more, and stay together meanwhile. */
    static DecisionContent restrict(Word word, Instant now, String model, List<RecordPair> together, List<Long> about) {
        return ofPerson(DecisionKind.RESTRICT, word, now, model, List.of(), together, about);
    }

    private static DecisionContent ofPerson(
            DecisionKind kind,
            Word word,
            Instant now,
            String model,
            List<Risk> risks,
            List<RecordPair> same,
            List<Long> about) {
        return new DecisionContent(
                kind, word.author(), word.reason(), now, model, risks, null, null, same, List.of(), null, about);
    }

    /** Whether it is in force from the beginning, or only once another person approves it. */
    DecisionState firstState() {
        return risks.isEmpty() ? DecisionState.IN_FORCE : DecisionState.AWAITING_APPROVAL;
    }

    /** The records that it speaks of. */
    Set<Long> records() {
        Set<Long> records = new TreeSet<>();
        same.forEach(pair -> records.addAll(List.of(pair.a(), pair.b())));
        different.forEach(pair -> records.addAll(List.of(pair.a(), pair.b())));
        records.addAll(about);
        if (pin != null) {
            records.add(pin.recordId());
        }
        return records;
    }

    /** The same, with its reason. */
    DecisionContent because(String words) {
        return new DecisionContent(
                kind, author, words, decidedAt, model, risks, taskId, undoes, same, different, pin, about);
    }

    /** Names no reason: safe in a log. */
    @Override
    public String toString() {
        return kind.name();
    }
}
