package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.resolution.PersonContext.NamingCase;
import org.unifiedhotline.masterrecords.resolution.PersonContext.OtherPerson;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.Relation;

/**
 * Makes of a person what the matching engine takes: the attributes of {@code config/matching/vietnam.yaml}. What a case says
 * goes in too: who reported as mother is the child's mother, the numbers of a caller's calls are the caller's.
 */
public final class MatchRecords {
    /** The kind of records of people who call. */
    public static final String CALLER = "caller";

    /** The kind of records of people whom cases are about. */
    public static final String SUBJECT = "subject";

    private MatchRecords() {}

    /** The record of a person; {@code id} is the caller's own number for it. */
    public static MatchRecord of(long id, PersonRecord person, PersonContext context) {
        Map<String, List<String>> values = new HashMap<>();
        put(values, "name", person.names().stream().map(MatchRecords::ownName));
        put(values, "birth", births(person.birth()));
        put(values, "sex", sex(person.sex()));
        put(values, "telephone", telephones(person, context));
        put(values, "identity", person.identityNumbers().stream().flatMap(MatchRecords::identity));
        put(values, "certificate", person.identityNumbers().stream().flatMap(MatchRecords::certificate));
        put(values, "home", places(person.home()));
        put(values, "ethnic_group", Stream.ofNullable(person.ethnicGroup()));
        for (RelatedPerson related : person.relatedPersons()) {
            if (related.name() != null) {
                add(values, attribute(related.relationship()), name(related.name()));
            }
        }
        addPeopleOfCases(values, person, context);
        return new MatchRecord(
                id,
                person.key().toString(),
                person.role() == PersonRole.CALLER ? CALLER : SUBJECT,
                "",
                values,
                relations(person, context));
    }

    private static void put(Map<String, List<String>> values, String attribute, Stream<String> texts) {
        List<String> distinct = new ArrayList<>(new TreeSet<>(texts.toList()));
        distinct.remove("");
        if (!distinct.isEmpty()) {
            values.put(attribute, distinct);
        }
    }

    private static void add(Map<String, List<String>> values, String attribute, String text) {
        put(values, attribute, Stream.concat(values.getOrDefault(attribute, List.of()).stream(), Stream.of(text)));
    }

    private static String ownName(PersonName name) {
        return (name.kind() == PersonName.NameKind.ALIAS ? "~" : "") + name(name);
    }

    static String name(PersonName name) {
        if (name.given() == null) {
            return name.display();
        }
        return Objects.requireNonNullElse(name.family(), "") + "|" + Objects.requireNonNullElse(name.middle(), "") + "|"
                + name.given();
    }

    private static Stream<String> births(@Nullable Birth birth) {
        if (birth == null) {
            return Stream.of();
        }
        String day = birth.from().toString();
        return switch (birth.precision()) {
            case DAY ->
                Stream.concat(
                        Stream.of(day), Stream.ofNullable(birth.alternative()).map(Object::toString));
            case MONTH -> Stream.of(day.substring(0, 7));
            case YEAR -> Stream.of(day.substring(0, 4));
            case AGE -> Stream.of("~" + (birth.from().getYear() + birth.to().getYear()) / 2);
        };
    }

    private static Stream<String> sex(Sex sex) {
        return switch (sex) {
            case MALE -> Stream.of("m");
            case FEMALE -> Stream.of("f");
            case OTHER, UNKNOWN -> Stream.of();
        };
    }

    private static Stream<String> telephones(PersonRecord person, PersonContext context) {
        Stream<Telephone> own = person.telephones().stream();
        Stream<Telephone> related =
                person.relatedPersons().stream().map(RelatedPerson::telephone).filter(Objects::nonNull);
        return Stream.concat(
                Stream.concat(own, related).flatMap(telephone -> telephone.numbers().stream()),
                context.presentedNumbers().stream());
    }

    private static Stream<String> identity(IdentityNumber number) {
        String type = switch (number.kind()) {
            case CITIZEN_NUMBER_12 -> "cccd";
            case IDENTITY_CARD_9 -> "cmnd";
            case PASSPORT -> "passport";
            case LAISSEZ_PASSER -> "laissez-passer";
            case UNKNOWN -> "unknown";
            case BIRTH_CERTIFICATE -> "";
        };
        return type.isEmpty() || number.number().isEmpty()
                ? Stream.of()
                : Stream.of(type + (number.valid() ? "" : "?") + ":" + number.number());
    }

    private static Stream<String> certificate(IdentityNumber number) {
        return number.kind() == IdentityNumber.IdentityKind.BIRTH_CERTIFICATE
                ? Stream.of(number.number())
                : Stream.of();
    }

    /** The place in the units before July 2025 and in those since, as far as each is known. */
    private static Stream<String> places(@Nullable Place home) {
        if (home == null) {
            return Stream.of();
        }
        String district = Objects.requireNonNullElse(home.foldedDistrict(), "");
        String commune = Objects.requireNonNullElse(home.foldedCommune(), "");
        Stream<String> before =
                Stream.ofNullable(home.provinceBefore()).map(code -> "1:" + code + "/" + district + "/" + commune);
        Stream<String> since = Stream.ofNullable(home.provinceSince()).map(code -> "2:" + code + "//" + commune);
        return Stream.concat(before, since);
    }

    private static String attribute(RelatedPerson.Relationship relationship) {
        return switch (relationship) {
            case FATHER -> "father";
            case MOTHER -> "mother";
            case GUARDIAN -> "guardian";
        };
    }

    /** The reporter's name for a child whose mother or father called; the child's name for who called about it. */
    private static void addPeopleOfCases(Map<String, List<String>> values, PersonRecord person, PersonContext context) {
        for (NamingCase about : context.cases()) {
            OtherPerson other = other(about, person.key(), context);
            if (other == null || other.name() == null) {
                continue;
            }
            ReporterRelation relation = relation(about, person, other);
            String name = other.name();
            if (about.subject().equals(person.key())) {
                String attribute = parent(relation, other.sex());
                if (!attribute.isEmpty()) {
                    add(values, attribute, name);
                }
            } else if (relation != ReporterRelation.SELF) {
                add(values, "called_about", name);
            }
        }
    }

    private static String parent(ReporterRelation relation, Sex sex) {
        return switch (relation) {
            case MOTHER -> "mother";
            case FATHER -> "father";
            case PARENT -> sex == Sex.FEMALE ? "mother" : sex == Sex.MALE ? "father" : "";
            case SELF, GRANDPARENT, SIBLING, RELATIVE, FRIEND, NEIGHBOUR, TEACHER, OFFICIAL, STRANGER, OTHER, UNKNOWN ->
                "";
        };
    }

    private static @Nullable OtherPerson other(NamingCase about, SourceRecordKey person, PersonContext context) {
        SourceRecordKey key = about.subject().equals(person) ? about.reporter() : about.subject();
        return key == null ? null : context.others().get(key);
    }

    /** What the case says, or else what the caller's row says. */
    private static ReporterRelation relation(NamingCase about, PersonRecord person, OtherPerson other) {
        if (about.relation() != ReporterRelation.UNKNOWN) {
            return about.relation();
        }
        return person.key().equals(about.reporter()) ? person.relationToSubject() : other.relationToSubject();
    }

    private static List<Relation> relations(PersonRecord person, PersonContext context) {
        Map<String, Relation> relations = new LinkedHashMap<>();
        for (NamingCase about : context.cases()) {
            OtherPerson other = other(about, person.key(), context);
            if (other != null && !other.key().equals(person.key())) {
                Relation relation = new Relation(other.key().toString(), kind(relation(about, person, other)));
                relations.put(relation.otherKey() + relation.kind(), relation);
            }
        }
        return List.copyOf(relations.values());
    }

    private static Relation.Kind kind(ReporterRelation relation) {
        return switch (relation) {
            case SELF -> Relation.Kind.SELF;
            case MOTHER, FATHER, PARENT, GRANDPARENT, SIBLING, RELATIVE -> Relation.Kind.FAMILY;
            case FRIEND, NEIGHBOUR, TEACHER, OFFICIAL, STRANGER, OTHER -> Relation.Kind.OTHER_PERSON;
            case UNKNOWN -> Relation.Kind.UNKNOWN;
        };
    }
}
