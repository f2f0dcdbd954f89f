package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.reviewtasks.Question;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Assertion.Verdict;
import org.unifiedhotline.matching.record.Relation;
import org.unifiedhotline.matching.record.Suggestion;

/** What stewards are to be asked about clusters: what the engine suggests, and clusters that carry a risk. */
final class ClusterQuestions {
    /** People call often, but seldom with more records than this. */
    static final int LARGE = 20;

    private final Set<List<Long>> same = new HashSet<>();

    ClusterQuestions(Collection<Said> said) {
        said.stream()
                .filter(one -> one.verdict() == Verdict.SAME_PERSON)
                .forEach(one -> same.add(List.of(one.recordA(), one.recordB())));
    }

    /** The question that a suggestion asks. */
    static Question of(Suggestion suggestion, ToLongFunction<String> number) {
        return Question.of(
                number.applyAsLong(suggestion.keyA()),
                number.applyAsLong(suggestion.keyB()),
                kind(suggestion.kind()),
                Double.isFinite(suggestion.bits()) ? suggestion.bits() : 0);
    }

    private static TaskKind kind(Suggestion.Kind kind) {
        return switch (kind) {
            case POSSIBLE_LINK -> TaskKind.POSSIBLE_LINK;
            case NEAR_EQUAL_ALTERNATIVES -> TaskKind.NEAR_EQUAL_ALTERNATIVES;
            case CLUSTERS_DISAGREE -> TaskKind.CLUSTERS_DISAGREE;
            case CONFLICTING_EVIDENCE -> TaskKind.CONFLICTING_EVIDENCE;
            case CONFLICTING_ASSERTIONS -> TaskKind.CONFLICTING_ASSERTIONS;
            case COMPONENT_TOO_LARGE -> TaskKind.COMPONENT_TOO_LARGE;
        };
    }

    /**
     * The risks of one cluster.
     *
     * @param members in the order of their keys
     */
    List<Question> risks(List<EncodedRecord> members) {
        List<Question> questions = new ArrayList<>(0);
        if (members.size() > LARGE) {
            askAboutSize(members, questions);
        }
        askAboutVictimWithAdult(members, questions);
        return questions;
    }

    private void askAboutVictimWithAdult(List<EncodedRecord> members, List<Question> questions) {
        List<EncodedRecord> subjects = ofKind(members, MatchRecords.SUBJECT);
        List<EncodedRecord> callers = ofKind(members, MatchRecords.CALLER);
        boolean calledForItself = subjects.stream()
                .anyMatch(subject -> callers.stream()
                        .anyMatch(caller -> RecordComparator.relation(subject, caller) == Relation.Kind.SELF));
        boolean saidSame = subjects.stream()
                .anyMatch(subject ->
                        callers.stream().anyMatch(caller -> same.contains(pair(subject.id(), caller.id()))));
        if (!subjects.isEmpty() && !callers.isEmpty() && !calledForItself && !saidSame) {
            ask(subjects.getFirst(), callers.getFirst(), TaskKind.VICTIM_WITH_ADULT, questions);
        }
    }

    /** By the first and the last record of the kind that there is more of: two of two kinds are asked about otherwise, and a pair is one task. */
    private static void askAboutSize(List<EncodedRecord> members, List<Question> questions) {
        List<EncodedRecord> subjects = ofKind(members, MatchRecords.SUBJECT);
        List<EncodedRecord> callers = ofKind(members, MatchRecords.CALLER);
        List<EncodedRecord> more = subjects.size() > callers.size() ? subjects : callers;
        ask(more.getFirst(), more.getLast(), TaskKind.LARGE_CLUSTER, questions);
    }

    private static List<EncodedRecord> ofKind(List<EncodedRecord> members, String kind) {
        return members.stream()
                .filter(member -> Objects.equals(member.kindName(), kind))
                .toList();
    }

    private static void ask(EncodedRecord one, EncodedRecord other, TaskKind kind, List<Question> questions) {
        questions.add(Question.of(one.id(), other.id(), kind, 0));
    }

    private static List<Long> pair(long one, long other) {
        return List.of(Math.min(one, other), Math.max(one, other));
    }
}
