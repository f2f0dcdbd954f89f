package org.unifiedhotline.searchindex.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;

/** Finds who is named beside the source records of one person. */
final class Relatives {
    private final Map<SourceRecordKey, Activity> activities;
    private final Map<SourceRecordKey, Member> members = new LinkedHashMap<>();
    private final Map<SourceRecordKey, CaseFellow> fellows;
    private final Set<String> named = new TreeSet<>();

    Relatives(PersonFile file, Map<SourceRecordKey, Activity> activities, Map<SourceRecordKey, CaseFellow> fellows) {
        this.activities = activities;
        this.fellows = fellows;
        file.master().members().forEach(member -> members.put(member.key(), member));
    }

    /** Who is named beside a member. */
    List<RelativeDocument> of(PersonRecord person, Activity activity) {
        List<RelativeDocument> relatives = new ArrayList<>();
        person.relatedPersons().stream()
                .filter(related -> related.name() != null)
                .map(related -> onRecord(person, activity, related))
                .forEach(relatives::add);
        Map<Named, Set<String>> besides = new LinkedHashMap<>();
        for (CaseRecord one : activity.cases()) {
            boolean aboutIt = one.subject().equals(person.key());
            SourceRecordKey other = aboutIt ? one.reporter() : one.subject();
            if (other != null && !other.equals(person.key())) {
                Kinship reporter = Kinship.of(one.relation());
                List<String> toldBy = centresOf(one, aboutIt ? activity : activities.get(other));
                Named beside = aboutIt
                        ? new Named(other, toldBy, reporter, reporter.inverse())
                        : new Named(other, toldBy, reporter.inverse(), reporter);
                Set<String> numbers = besides.computeIfAbsent(beside, unseen -> new TreeSet<>());
                if (!aboutIt) {
                    numbers.add(one.caseNumber());
                }
            }
        }
        besides.forEach((beside, numbers) -> relatives.add(byCase(beside, List.copyOf(numbers))));
        return relatives;
    }

    /** Keys of the records of others whom cases named so far, by name. */
    List<String> named() {
        return List.copyOf(named);
    }

    /** Cases that other centres touched name somebody anew: each is known to readers of its own centres. */
    private record Named(SourceRecordKey key, List<String> toldBy, Kinship is, Kinship of) {}

    /** Of cases about others, whose contacts do not stand in this person's file, the hub tells them with whom the case is about. */
    private List<String> centresOf(CaseRecord one, @Nullable Activity ofSubject) {
        CaseFellow subject = fellows.get(one.subject());
        Set<Centre> centres = ofSubject != null
                ? ofSubject.centresOf(one)
                : subject == null ? Set.of() : subject.caseCentres().getOrDefault(one.key(), Set.of());
        return centres.stream().map(Enum::name).sorted().toList();
    }

    private static RelativeDocument onRecord(PersonRecord person, Activity activity, RelatedPerson related) {
        Kinship is = Kinship.of(related.relationship());
        PersonName name = related.name();
        return relative(
                person.key(),
                Sensitivity.of(List.of(person.key())),
                activity.centres(),
                province(person),
                activity.centres(),
                is,
                is.inverse(),
                List.of(),
                name == null ? List.of() : List.of(name));
    }

    /** A member of the same person who reported for itself needs no names: they are its own. */
    private RelativeDocument byCase(Named beside, List<String> caseNumbers) {
        Member member = members.get(beside.key());
        CaseFellow fellow = fellows.get(beside.key());
        if (member != null || fellow == null) {
            Activity activity = activities.get(beside.key());
            return relative(
                    beside.key(),
                    Sensitivity.of(List.of(beside.key())),
                    activity == null ? List.of() : activity.centres(),
                    member == null ? null : province(member.person()),
                    beside.toldBy(),
                    beside.is(),
                    beside.of(),
                    caseNumbers,
                    List.of());
        }
        named.add(beside.key().toString());
        return relative(
                beside.key(),
                fellow.sensitivity(),
                fellow.centres().stream().map(Enum::name).sorted().toList(),
                province(fellow.person()),
                beside.toldBy(),
                beside.is(),
                beside.of(),
                caseNumbers,
                fellow.person().names());
    }

    private static PersonRole role(SourceRecordKey key) {
        return switch (key.table().name()) {
            case "tre_em" -> PersonRole.CHILD;
            case "victim" -> PersonRole.VICTIM;
            default -> PersonRole.CALLER;
        };
    }

    private static @Nullable String province(PersonRecord person) {
        return person.home() == null ? null : person.home().provinceSince();
    }

    private static RelativeDocument relative(
            SourceRecordKey from,
            Set<Sensitivity> sensitivity,
            List<String> centres,
            @Nullable String province,
            List<String> toldBy,
            Kinship is,
            Kinship of,
            List<String> caseNumbers,
            List<PersonName> names) {
        Set<String> words = new TreeSet<>();
        names.forEach(name -> words.addAll(NameValues.words(name.folded())));
        return new RelativeDocument(
                from.system().code(),
                role(from).name(),
                centres,
                province,
                sensitivity.stream().map(Enum::name).sorted().toList(),
                toldBy,
                is.name(),
                of.name(),
                caseNumbers,
                List.copyOf(words),
                names.stream().map(PersonName::display).distinct().toList());
    }
}
