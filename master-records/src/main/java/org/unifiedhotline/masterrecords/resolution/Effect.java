package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import java.util.Set;
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

    /** All master records concerned. */
    public Set<MasterId> masterIds() {
        Set<MasterId> ids = new TreeSet<>();
        before.forEach(person -> ids.add(person.masterId()));
        after.forEach(person -> ids.add(person.masterId()));
        return ids;
    }
}
