package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What a change did to people: those who are made of other records than before, those who are new and those who are no
 * more.
 *
 * @param before who they were
 * @param after who they are
 */
public record Effect(List<Person> before, List<Person> after) {
    /** Nobody changed. */
    public static final Effect NONE = new Effect(List.of(), List.of());

    public Effect {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** A master record and the keys of the records that it is made of, in their order. */
    public record Person(MasterId masterId, List<SourceRecordKey> records) {
        public Person {
            records = List.copyOf(records);
        }
    }

    /** What this change and the next did together, those who were only in between left out. */
    public Effect then(Effect next) {
        Map<MasterId, Person> was = new TreeMap<>();
        next.before().forEach(person -> was.put(person.masterId(), person));
        after.forEach(person -> was.remove(person.masterId()));
        before.forEach(person -> was.put(person.masterId(), person));
        Map<MasterId, Person> is = new TreeMap<>();
        after.forEach(person -> is.put(person.masterId(), person));
        next.before().forEach(person -> is.remove(person.masterId()));
        next.after().forEach(person -> is.put(person.masterId(), person));
        return new Effect(
                was.values().stream()
                        .filter(person -> !person.equals(is.get(person.masterId())))
                        .toList(),
                is.values().stream()
                        .filter(person -> !person.equals(was.get(person.masterId())))
                        .toList());
    }

    /** All master records concerned. */
    public Set<MasterId> masterIds() {
        Set<MasterId> ids = new TreeSet<>();
        before.forEach(person -> ids.add(person.masterId()));
        after.forEach(person -> ids.add(person.masterId()));
        return ids;
    }
}
