package org.unifiedhotline.masterrecords.stewardship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unifiedhotline.masterrecords.resolution.RecordPair;

/**
 * Whom a decision makes one person: records of the one and records of the other, and those that the former leave.
 *
 * @param some at least one record
 * @param others at least one record
 * @param rest whom {@code some} are said to be different from; empty unless they are moved away
 */
record Joined(List<Long> some, List<Long> others, List<Long> rest) {

    /** What a decision that says "one person" of two says, read from its pairs: each of the one and each of the other. */
    static Joined by(Decision decision) {
        if (decision.kind() == DecisionKind.MOVE) {
            Set<Long> same = records(decision.same());
            Set<Long> different = records(decision.different());
            Set<Long> moved = new TreeSet<>(same);
            moved.retainAll(different);
            same.removeAll(moved);
            different.removeAll(moved);
            return new Joined(List.copyOf(moved), List.copyOf(same), List.copyOf(different));
        }
        RecordPair first = decision.same().getFirst();
        return new Joined(partners(first.b(), decision.same()), partners(first.a(), decision.same()), List.of());
    }

    private static Set<Long> records(Collection<RecordPair> pairs) {
        Set<Long> records = new TreeSet<>();
        pairs.forEach(pair -> records.addAll(List.of(pair.a(), pair.b())));
        return records;
    }

    private static List<Long> partners(long record, List<RecordPair> pairs) {
        return pairs.stream()
                .flatMap(pair -> pair.a() == record
                        ? Stream.of(pair.b())
                        : pair.b() == record ? Stream.of(pair.a()) : Stream.of())
                .sorted()
                .toList();
    }

    /** The same of the two people as they stand now; of one who is not a single person any more, of the records named. */
    Joined now(PeopleTable people) {
        Joined now = rest.isEmpty()
                ? new Joined(whole(some, people), whole(others, people), rest)
                : new Joined(some, whole(others, people), without(whole(rest, people), some));
        Set<Long> both = new HashSet<>(now.some());
        both.retainAll(now.others());
        return both.isEmpty() ? now : this;
    }

    private static List<Long> whole(List<Long> records, PeopleTable people) {
        Set<List<Long>> owners = new HashSet<>();
        for (Long record : records) {
            List<Long> fellows = people.fellows(record);
            if (!fellows.isEmpty()) {
                owners.add(fellows);
            }
        }
        return owners.size() == 1
                ? Stream.concat(records.stream(), owners.iterator().next().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : records;
    }

    private static List<Long> without(List<Long> records, List<Long> others) {
        return records.stream().filter(record -> !others.contains(record)).toList();
    }

    /** Those who move are one person; empty where nobody moves. */
    List<RecordPair> within() {
        return rest.isEmpty() ? List.of() : together(some);
    }

    /** The pairs that are one person by it. */
    List<RecordPair> same() {
        List<RecordPair> same = new ArrayList<>(RecordPair.across(some, others));
        same.addAll(within());
        return same;
    }

    /** The pairs that are two. */
    List<RecordPair> different() {
        return RecordPair.across(some, rest);
    }

    /** These are one person. */
    static List<RecordPair> together(Collection<Long> records) {
        long centre = records.iterator().next();
        return records.stream()
                .filter(record -> record != centre)
                .map(record -> RecordPair.of(centre, record))
                .toList();
    }
}
