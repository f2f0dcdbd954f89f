package org.unifiedhotline.searchindex.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.Birth.DatePrecision;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Mask;
import org.unifiedhotline.searchindex.documents.PersonDocument.ShownPerson;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.MatchedValues;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.ShownBirth;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.ShownValues;

/** Makes a person's document of all the hub holds about them. Stateless; the same file gives the same document. */
public final class DocumentBuilder {
    /** Of identity numbers so many digits stand in the index, and no more. */
    private static final int SHOWN_OF_IDENTITY = 4;

    private final IdentityHash identityHash;

    /** Makes documents with identity numbers hashed so. */
    public DocumentBuilder(IdentityHash identityHash) {
        this.identityHash = identityHash;
    }

    /**
     * The document of a person.
     *
     * @param fellows whom its cases name besides, by key; those that are not there stay without names
     */
    public PersonDocument build(PersonFile file, Map<SourceRecordKey, CaseFellow> fellows) {
        Map<SourceRecordKey, Activity> activities = Activity.byMember(file);
        Relatives relatives = new Relatives(file, activities, fellows);
        Sourced<PersonName> name = file.master().name();
        List<String> sensitivity = sensitivity(file);
        List<SourceRecordDocument> records = file.master().members().stream()
                .map(member -> {
                    Activity activity = Objects.requireNonNull(activities.get(member.key()));
                    return record(
                            member.person(),
                            activity,
                            sensitivity,
                            nameKey(member, name),
                            relatives.of(member.person(), activity));
                })
                .toList();
        return new PersonDocument(
                file.master().id().toString(),
                file.master().version(),
                file.master().changedAt().toEpochMilli(),
                name == null ? null : NameOrder.key(name.value()),
                bornFrom(records),
                shown(name),
                relatives.named(),
                Reach.of(records),
                AllValues.of(records),
                records);
    }

    private static @Nullable Integer bornFrom(List<SourceRecordDocument> records) {
        return records.stream()
                .map(record -> Objects.requireNonNull(record.matched()).bornFrom())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<String> sensitivity(PersonFile file) {
        return Sensitivity.of(file.master().members().stream().map(Member::key).toList()).stream()
                .map(Enum::name)
                .toList();
    }

    private static @Nullable String nameKey(Member member, @Nullable Sourced<PersonName> chosen) {
        if (chosen != null && chosen.from().contains(member.key())) {
            return NameOrder.key(chosen.value());
        }
        List<PersonName> names = member.person().names();
        return names.isEmpty() ? null : NameOrder.key(names.getFirst());
    }

    private static ShownPerson shown(@Nullable Sourced<PersonName> name) {
        return name == null
                ? new ShownPerson(null, List.of())
                : new ShownPerson(
                        name.value().display(),
                        name.from().stream().map(SourceRecordKey::toString).toList());
    }

    private SourceRecordDocument record(
            PersonRecord person,
            Activity activity,
            List<String> sensitivity,
            @Nullable String nameKey,
            List<RelativeDocument> relatives) {
        Place home = person.home();
        List<Telephone> onRecord = telephones(person);
        List<Telephone> telephones = Stream.concat(onRecord.stream(), activity.presentedNumbers().stream())
                .toList();
        return new SourceRecordDocument(
                person.key().toString(),
                person.key().system().code(),
                person.key().table().toString(),
                person.role().name(),
                person.sex().name(),
                sensitivity,
                (person.updatedAt() == null ? person.createdAt() : person.updatedAt()).toEpochMilli(),
                nameKey,
                activity.centres(),
                activity.channels(),
                activity.lastContact(),
                activity.caseNumbers(),
                activity.kinds(SourceSystem.SWITCHBOARD),
                activity.kinds(SourceSystem.HOTLINE),
                activity.openReferral(),
                activity.returned(),
                home == null ? null : home.provinceSince(),
                home == null ? null : home.provinceBefore(),
                relatives,
                matched(person, onRecord, telephones),
                KnownValues.of(activity, backwards(Digits.telephones(onRecord))),
                shown(person, telephones, ShownByCentre.of(activity, written(onRecord))));
    }

    /** Its own, and those of whom it names beside. */
    private static List<Telephone> telephones(PersonRecord person) {
        Stream<Telephone> related =
                person.relatedPersons().stream().map(RelatedPerson::telephone).filter(Objects::nonNull);
        return Stream.concat(person.telephones().stream(), related).toList();
    }

    private static List<String> written(List<Telephone> telephones) {
        return telephones.stream().map(Telephone::written).distinct().toList();
    }

    private MatchedValues matched(PersonRecord person, List<Telephone> onRecord, List<Telephone> telephones) {
        NameValues names = NameValues.of(person.names());
        Birth birth = person.birth();
        List<String> identities = person.identityNumbers().stream()
                .map(identity -> Digits.identity(identity.number()))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        List<String> telephoneEnds = backwards(Digits.telephones(telephones));
        List<String> ownTelephoneEnds = backwards(Digits.telephones(ownTelephones(person)));
        List<String> identityEnds = identities.stream()
                .map(DocumentBuilder::end)
                .map(Digits::backwards)
                .distinct()
                .toList();
        List<String> places = PlaceValues.names(person.home());
        return new MatchedValues(
                names.exact(),
                names.toneless(),
                names.folded(),
                names.wholeExact(),
                names.wholeToneless(),
                names.wholeFolded(),
                names.wholeSorted(),
                names.slips(),
                names.butOneWord(),
                names.withoutSpaces(),
                names.ends(),
                names.given(),
                names.families(),
                names.givens(),
                person.ethnicGroup(),
                wordsOf(person.ethnicGroup() == null ? List.of() : List.of(Folding.fold(person.ethnicGroup()))),
                person.nationality(),
                birth == null ? null : birth.from().getYear(),
                birth == null ? null : birth.to().getYear(),
                birth == null ? null : birth.from().toString(),
                birth == null ? null : birth.to().toString(),
                days(birth),
                months(birth),
                telephoneEnds,
                ownTelephoneEnds,
                backwards(Digits.telephones(onRecord)).stream()
                        .filter(end -> !ownTelephoneEnds.contains(end))
                        .toList(),
                identities.stream().map(identityHash::of).toList(),
                identityEnds,
                Reach.lastDigits(Stream.concat(telephoneEnds.stream(), identityEnds.stream())
                        .toList()),
                places,
                wordsOf(places));
    }

    private static List<Telephone> ownTelephones(PersonRecord person) {
        return person.telephones().stream()
                .filter(telephone -> telephone.use() == TelephoneUse.OWN)
                .toList();
    }

    private static List<String> backwards(Set<String> numbers) {
        return numbers.stream().map(Digits::backwards).toList();
    }

    private static List<String> wordsOf(List<String> folded) {
        Set<String> words = new TreeSet<>();
        folded.forEach(text ->
                Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).forEach(words::add));
        return List.copyOf(words);
    }

    private static List<String> days(@Nullable Birth birth) {
        if (birth == null || birth.precision() != DatePrecision.DAY) {
            return List.of();
        }
        List<String> days = new ArrayList<>(List.of(birth.from().toString()));
        if (birth.alternative() != null) {
            days.add(birth.alternative().toString());
        }
        return days;
    }

    private static List<String> months(@Nullable Birth birth) {
        if (birth == null) {
            return List.of();
        }
        return switch (birth.precision()) {
            case DAY -> days(birth).stream().map(day -> day.substring(0, 7)).toList();
            case MONTH -> List.of(birth.from().toString().substring(0, 7));
            case YEAR, AGE -> List.of();
        };
    }

    private static ShownValues shown(
            PersonRecord person, List<Telephone> telephones, Map<String, ShownByCentre> byCentre) {
        Birth birth = person.birth();
        return new ShownValues(
                person.names().stream().map(PersonName::display).distinct().toList(),
                written(telephones),
                person.identityNumbers().stream()
                        .map(DocumentBuilder::shown)
                        .distinct()
                        .toList(),
                birth == null
                        ? null
                        : new ShownBirth(
                                birth.written(),
                                birth.from().toString(),
                                birth.to().toString()),
                home(person.home()),
                person.ethnicGroup(),
                byCentre);
    }

    /** What is shown of it to everybody who may know the person, as a mask shows it. */
    private static String shown(IdentityNumber identity) {
        String hint = Mask.of(FieldKind.IDENTITY_NUMBER, identity.written()).hint();
        return hint == null ? ShownValues.NO_DIGITS : hint;
    }

    private static String end(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN_OF_IDENTITY));
    }

    private static @Nullable String home(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        String home = Stream.of(
                        place.writtenAddress(),
                        place.writtenCommune(),
                        place.writtenDistrict(),
                        PlaceValues.shownProvince(place))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return home.isEmpty() ? null : home;
    }
}
