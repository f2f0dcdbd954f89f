package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;

/**
 * Makes a master record of its present members, attribute by attribute. Nothing of a member that has left stays behind,
 * for nothing but the members goes in.
 */
public final class Survivorship {
    private final SurvivorshipRules rules;

    public Survivorship(SurvivorshipRules rules) {
        this.rules = rules;
    }

    /** The master record of these members, at least one. */
    public MasterRecord masterRecord(MasterId id, long version, Instant changedAt, List<Member> unordered, Pins pins) {
        List<Member> members =
                unordered.stream().sorted(Comparator.comparing(Member::key)).toList();
        List<PersonRecord> people = members.stream().map(Member::person).toList();
        Choice<PersonName> names = new Choice<>(
                rules,
                PersonName::exact,
                Survivorship::completeness,
                name -> name.display().length());
        people.forEach(person -> person.names().stream()
                .filter(name -> name.kind() == PersonName.NameKind.PRIMARY)
                .forEach(name -> names.add(person, name)));
        Sourced<PersonName> name = names.standing(Attribute.NAME, pins);
        people.forEach(person -> person.names().stream()
                .filter(other -> other.kind() == PersonName.NameKind.ALIAS)
                .forEach(other -> names.add(person, other)));
        return new MasterRecord(
                id,
                version,
                changedAt,
                name,
                names.kept(Attribute.OTHER_NAMES, name),
                sex(people, pins),
                birth(people, pins),
                telephones(people),
                identityNumbers(people),
                home(people, pins),
                text(people, Attribute.ETHNIC_GROUP, pins),
                text(people, Attribute.NATIONALITY, pins),
                relatedPersons(people),
                people.stream().map(PersonRecord::role).distinct().sorted().toList(),
                members);
    }

    private @Nullable Sourced<Sex> sex(List<PersonRecord> people, Pins pins) {
        Choice<Sex> sexes = new Choice<>(rules, sex -> sex);
        people.forEach(person -> sexes.add(person, person.sex() == Sex.UNKNOWN ? null : person.sex()));
        return sexes.standing(Attribute.SEX, pins);
    }

    private @Nullable Sourced<Birth> birth(List<PersonRecord> people, Pins pins) {
        Choice<Birth> births = new Choice<>(
                rules,
                birth -> List.of(birth.precision(), birth.from(), birth.to()),
                birth -> switch (birth.precision()) {
                    case DAY -> 3;
                    case MONTH -> 2;
                    case YEAR -> 1;
                    case AGE -> 0;
                },
                birth -> birth.written().length());
        people.forEach(person -> births.add(person, person.birth()));
        return births.standing(Attribute.BIRTH, pins);
    }

    private @Nullable Sourced<Place> home(List<PersonRecord> people, Pins pins) {
        Choice<Place> homes = new Choice<>(rules, home -> home, Survivorship::completeness, Survivorship::length);
        people.forEach(person -> homes.add(person, person.home()));
        return homes.standing(Attribute.HOME, pins);
    }

    private @Nullable Sourced<String> text(List<PersonRecord> people, Attribute attribute, Pins pins) {
        Choice<String> texts = new Choice<>(rules, text -> text, value -> 0, String::length);
        people.forEach(person ->
                texts.add(person, attribute == Attribute.NATIONALITY ? person.nationality() : person.ethnicGroup()));
        return texts.standing(attribute, pins);
    }

    private List<Sourced<Telephone>> telephones(List<PersonRecord> people) {
        Choice<Telephone> telephones = new Choice<>(
                rules,
                telephone -> List.of(
                        telephone.use(),
                        telephone.numbers().isEmpty() ? List.of(telephone.written()) : telephone.numbers()));
        people.forEach(person -> person.telephones().forEach(telephone -> telephones.add(person, telephone)));
        return telephones.kept(Attribute.TELEPHONES, null);
    }

    private List<Sourced<IdentityNumber>> identityNumbers(List<PersonRecord> people) {
        Choice<IdentityNumber> numbers = new Choice<>(rules, number -> List.of(number.kind(), number.number()));
        people.forEach(person -> person.identityNumbers().forEach(number -> numbers.add(person, number)));
        return numbers.kept(Attribute.IDENTITY_NUMBERS, null);
    }

    private List<Sourced<RelatedPerson>> relatedPersons(List<PersonRecord> people) {
        Choice<RelatedPerson> related = new Choice<>(
                rules,
                one -> Stream.of(
                                one.relationship(),
                                one.name() == null ? "" : one.name().exact(),
                                one.telephone() == null ? "" : one.telephone().numbers())
                        .toList());
        people.forEach(person -> person.relatedPersons().forEach(one -> related.add(person, one)));
        return related.kept(Attribute.RELATED_PERSONS, null);
    }

    /** Parts that are told count most, then marks, then length (a middle name more). */
    private static int completeness(PersonName name) {
        long parts = Stream.of(name.family(), name.middle(), name.given())
                .filter(Objects::nonNull)
                .count();
        boolean marked = !name.exact().equals(name.folded());
        return (int) parts * 1000 + (marked ? 500 : 0) + Math.min(name.display().length(), 99);
    }

    private static int length(Place place) {
        return Stream.of(place.foldedCommune(), place.foldedDistrict(), place.writtenAddress())
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum();
    }

    private static int completeness(Place place) {
        int province = place.provinceBefore() != null || place.provinceSince() != null ? 4 : 0;
        int district = place.foldedDistrict() != null ? 2 : 0;
        int commune = place.foldedCommune() != null ? 2 : 0;
        return province + district + commune + (place.writtenAddress() != null ? 1 : 0);
    }
}
