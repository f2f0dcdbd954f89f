package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * What other records say of a person.
 *
 * @param cases the cases that name the person, as subject or as reporter, by the order of their keys
 * @param presentedNumbers the numbers that calls of the person presented, in E.164 form
 * @param others the other people whom these cases name, by key; those who are not there are left out
 */
public record PersonContext(
        List<NamingCase> cases, Set<String> presentedNumbers, Map<SourceRecordKey, OtherPerson> others) {
    /** Nothing is known but the person's own row. */
    public static final PersonContext NONE = new PersonContext(List.of(), Set.of(), Map.of());

    public PersonContext {
        cases = List.copyOf(cases);
        presentedNumbers = Set.copyOf(presentedNumbers);
        others = Map.copyOf(others);
    }

    /** Of a case, whom it names. */
    public record NamingCase(
            SourceRecordKey key,
            SourceRecordKey subject,
            @Nullable SourceRecordKey reporter,
            ReporterRelation relation) {

        public static NamingCase of(CaseRecord about) {
            return new NamingCase(about.key(), about.subject(), about.reporter(), about.relation());
        }
    }

    /**
     * Of another person, what a case with that person tells.
     *
     * @param name the primary name as the engine takes it; null if there is none
     */
    public record OtherPerson(SourceRecordKey key, @Nullable String name, Sex sex, ReporterRelation relationToSubject) {

        public static OtherPerson of(PersonRecord person) {
            return new OtherPerson(
                    person.key(),
                    person.names().isEmpty()
                            ? null
                            : MatchRecords.name(person.names().getFirst()),
                    person.sex(),
                    person.relationToSubject());
        }
    }
}
