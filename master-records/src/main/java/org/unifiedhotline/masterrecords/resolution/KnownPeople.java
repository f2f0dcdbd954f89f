package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Word;
import org.unifiedhotline.masterrecords.resolution.Clustering.Clustered;
import org.unifiedhotline.masterrecords.reviewtasks.Question;

/**
 * How records stood when their component was last clustered and all that follows was written: with whom they are one person, and what
 * was asked about them. A change in a large component concerns few of its people; the others need not be read, written or
 * asked about again.
 *
 * <p>Links and tasks follow from clusters, questions, edges and what stewards said. Stewards' decisions are written by others than the
 * resolver at work: what they say of a record is part of how it stands, so that the resolver finds it otherwise. All else
 * is the resolver's own doing, and what is remembered goes with whatever it keeps in memory.
 */
final class KnownPeople {
    private static final long BYTES_A_RECORD = 300;
    private static final int PART_OF_HEAP = 20;
    private static final long MOST_REMEMBERED =
            Math.max(50_000, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_A_RECORD);

    private final Map<Long, Standing> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Standing> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * How a record stood.
     *
     * @param person the records of its person, in the order of their keys
     * @param questions what clustering asked about it
     * @param said the assertions about it that stood, by number
     */
    private record Standing(List<Long> person, Set<Question> questions, Set<Long> said) {}

    void forgetAll() {
        known.clear();
    }

    void forget(Collection<Long> records) {
        records.forEach(known::remove);
    }

    boolean knows(Long record) {
        return known.containsKey(record);
    }

    /**
     * The records of the people of whom something is to be read or written anew: those who are made of other records than before or are
     * asked something else, whoever was not remembered, and those who hold a given record; now or before.
     *
     * @param concerned all records of the components
     * @param given records that are looked at in any case
     * @param words all that was said of those concerned; where it is not what it was, everybody is looked at
     */
    Set<Long> toBeSeen(Set<Long> concerned, Collection<Long> given, Clustered now, List<Word> words) {
        if (saidOtherwise(concerned, words)) {
            return new HashSet<>(concerned);
        }
        Map<Long, Set<Question>> asked = byRecord(now.questions());
        Set<Long> seen = new HashSet<>(given);
        Set<Long> present = new HashSet<>();
        for (List<Long> person : now.people()) {
            present.addAll(person);
            boolean asBefore = person.stream().allMatch(record -> {
                Standing standing = known.get(record);
                return standing != null
                        && !seen.contains(record)
                        && standing.person().equals(person)
                        && standing.questions().equals(asked.getOrDefault(record, Set.of()));
            });
            if (!asBefore) {
                seen.addAll(person);
            }
        }
        concerned.stream().filter(record -> !present.contains(record)).forEach(seen::add);
        return seen;
    }

    private boolean saidOtherwise(Set<Long> concerned, List<Word> words) {
        Map<Long, Set<Long>> said = saidOf(words);
        return concerned.stream().anyMatch(record -> {
            Standing standing = known.get(record);
            return standing != null && !standing.said().equals(said.getOrDefault(record, Set.of()));
        });
    }

    /**
     * Remembers how components stand, now that all that follows is written. Whoever has no links is not remembered: to look at one
     * record is quickly done.
     */
    void remember(Clustered now, List<Word> words) {
        Map<Long, Set<Question>> asked = byRecord(now.questions());
        Map<Long, Set<Long>> said = saidOf(words);
        now.people().stream()
                .filter(person -> now.linked().contains(person.getFirst()))
                .forEach(person -> person.forEach(record -> known.put(
                        record,
                        new Standing(
                                person, asked.getOrDefault(record, Set.of()), said.getOrDefault(record, Set.of())))));
    }

    private static Map<Long, Set<Question>> byRecord(Collection<Question> questions) {
        Map<Long, Set<Question>> asked = new HashMap<>();
        questions.forEach(question -> {
            asked.computeIfAbsent(question.recordA(), unseen -> new HashSet<>(4))
                    .add(question);
            asked.computeIfAbsent(question.recordB(), unseen -> new HashSet<>(4))
                    .add(question);
        });
        return asked;
    }

    private static Map<Long, Set<Long>> saidOf(List<Word> words) {
        Map<Long, Set<Long>> said = new HashMap<>();
        words.forEach(word -> {
            said.computeIfAbsent(word.said().recordA(), unseen -> new HashSet<>(4))
                    .add(word.assertionId());
            said.computeIfAbsent(word.said().recordB(), unseen -> new HashSet<>(4))
                    .add(word.assertionId());
        });
        return said;
    }
}
