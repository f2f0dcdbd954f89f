package org.unifiedhotline.console.people;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;

/** The telephones that a reader is shown of a person: two share no other, so far as the reader may know. */
final class HeldNumbers {
    private HeldNumbers() {}

    /** Their own and those beside them, and those that calls presented, in E.164 form. */
    static Set<String> of(PersonFile inScope) {
        Stream<PersonRecord> records = inScope.master().members().stream().map(Member::person);
        return Stream.concat(
                        records.flatMap(record -> Stream.concat(
                                record.telephones().stream(),
                                record.relatedPersons().stream().map(RelatedPerson::telephone))),
                        inScope.contacts().stream().map(ContactRecord::presentedNumber))
                .filter(Objects::nonNull)
                .flatMap(telephone -> telephone.numbers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
