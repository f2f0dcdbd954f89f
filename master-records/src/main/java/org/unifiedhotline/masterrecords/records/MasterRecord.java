package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;

/**
 * One person, by survivorship from the present members.
 *
 * @param version grows by one with every change of the record; the external version of its search document
 * @param name the name to show; null when no member gives one
 * @param otherNames all other distinct names of the members
 * @param roles in which the members speak of the person
 * @param members the source records it is made of, in the order of their keys; at least one
 */
public record MasterRecord(
        MasterId id,
        long version,
        Instant changedAt,
        @Nullable Sourced<PersonName> name,
        List<Sourced<PersonName>> otherNames,
        @Nullable Sourced<Sex> sex,
        @Nullable Sourced<Birth> birth,
        List<Sourced<Telephone>> telephones,
        List<Sourced<IdentityNumber>> identityNumbers,
        @Nullable Sourced<Place> home,
        @Nullable Sourced<String> ethnicGroup,
        @Nullable Sourced<String> nationality,
        List<Sourced<RelatedPerson>> relatedPersons,
        List<PersonRole> roles,
        List<Member> members) {
    public MasterRecord {
        otherNames = List.copyOf(otherNames);
        telephones = List.copyOf(telephones);
        identityNumbers = List.copyOf(identityNumbers);
        relatedPersons = List.copyOf(relatedPersons);
        roles = List.copyOf(roles);
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a master record has at least one member");
        }
    }

    /** Names no value of the person: safe in a log. */
    @Override
    public String toString() {
        return "MasterRecord[" + id + ", version " + version + "]";
    }
}
