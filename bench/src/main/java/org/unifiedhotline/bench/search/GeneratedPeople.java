package org.unifiedhotline.bench.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.names.NameGiver;
import org.unifiedhotline.demo.people.places.AdminUnit;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ContactRecord.ContactOutcome;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.RelatedPerson.Relationship;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Births;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.IdentityNumbers;
import org.unifiedhotline.mappings.standardization.Names;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.indexing.HubRecords;

/**
 * As many people as wanted, each made anew from its number whenever it is asked for: names with the shares that they have
 * in Viet Nam, a home, a year of birth, a telephone, a contact, half with a citizen number; every fourth a child with a mother and a
 * case; every third of two source records.
 */
final class GeneratedPeople implements HubRecords {
    private static final WrittenBetween WRITTEN =
            new WrittenBetween(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 1));
    private static final Instant NOW = Instant.parse("2024-03-01T03:00:00Z");
    private static final int CHILDREN = 4;
    private static final int YEARS_BETWEEN = 25;
    private static final Centre[] CENTRES = {Centre.HANOI, Centre.DANANG, Centre.ANGIANG};

    private static final List<EthnicGroup> GROUPS = List.of(EthnicGroup.values());

    private final int size;
    private final NameGiver names = new NameGiver();
    private final org.unifiedhotline.demo.people.places.Places places =
            org.unifiedhotline.demo.people.places.Places.load();

    GeneratedPeople(int size) {
        this.size = size;
    }

    /**
     * What an officer may know of somebody.
     *
     * @param identity a citizen number; null if none is known
     * @param mother of a child, whom a case is about; null of others
     */
    record Known(
            String name,
            int year,
            String telephone,
            EthnicGroup group,
            AdminUnit home,
            @Nullable String identity,
            @Nullable String mother,
            String caseNumber) {}

    Known known(int number) {
        Chance chance = Chance.of(7, "person", number);
        EthnicGroup group = chance.happens(0.85) ? EthnicGroup.KINH : chance.oneOf(GROUPS);
        Place place = places.anywhere(chance);
        int year = chance.between(1950, 2018);
        var sex = chance.happens(0.5)
                ? org.unifiedhotline.demo.people.names.Sex.FEMALE
                : org.unifiedhotline.demo.people.names.Sex.MALE;
        String family = names.familyName(group, place.south(), chance);
        String name = names.name(group, family, sex, year, chance).full();
        String telephone = "09" + chance.digits(8);
        AdminUnit home = place.on(WRITTEN.to());
        String identity = chance.happens(0.5) ? "0" + home.provinceCode() + chance.digits(9) : null;
        String mother = number % CHILDREN == 0 ? mother(group, place, year, chance) : null;
        return new Known(
                name,
                year,
                telephone,
                group,
                home,
                identity,
                mother,
                String.format(Locale.ROOT, "TE-2024-%06d", number % 1_000_000));
    }

    private String mother(EthnicGroup group, Place place, int year, Chance chance) {
        String family = names.familyName(group, place.south(), chance);
        return names.name(group, family, org.unifiedhotline.demo.people.names.Sex.FEMALE, year - YEARS_BETWEEN, chance)
                .full();
    }

    @Override
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
        Map<MasterId, PersonFile> files = new HashMap<>();
        ids.forEach(id -> files.put(id, file(id, (int) id.value().getMostSignificantBits())));
        return files;
    }

    @Override
    public Map<SourceRecordKey, CaseFellow> fellows(Collection<PersonFile> files) {
        return Map.of();
    }

    @Override
    public Set<SourceRecordKey> hidden() {
        return Set.of();
    }

    @Override
    public IdentityHash identityHash() {
        return number -> "hash of " + new StringBuilder(number).reverse();
    }

    @Override
    public Set<MasterId> unknown(Collection<MasterId> ids) {
        return Set.of();
    }

    @Override
    public List<StandingVersion> standing(@Nullable MasterId after, int limit) {
        int first = after == null ? 0 : (int) after.value().getMostSignificantBits() + 1;
        List<StandingVersion> page = new ArrayList<>();
        for (int number = first; number < Math.min(size, first + limit); number++) {
            page.add(new StandingVersion(new MasterId(new UUID(number, 1)), 1));
        }
        return page;
    }

    private PersonFile file(MasterId id, int number) {
        Known known = known(number);
        List<Member> members = new ArrayList<>();
        members.add(new Member(LinkKind.SINGLE, record(number, 0, known)));
        if (number % 3 == 0) {
            members.add(new Member(LinkKind.AUTOMATIC, record(number, 1, known)));
        }
        PersonRecord first = members.getFirst().person();
        PersonName name = first.names().getFirst();
        MasterRecord master = new MasterRecord(
                id,
                1,
                NOW.plusSeconds(number),
                new Sourced<>(name, List.of(first.key()), "any"),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                members.stream()
                        .map(member -> member.person().role())
                        .distinct()
                        .toList(),
                members);
        List<CaseRecord> cases = known.mother() == null ? List.of() : List.of(caseAbout(number, first.key(), known));
        return new PersonFile(master, List.of(contact(number, first.key())), cases, List.of(), List.of());
    }

    private static PersonRecord record(int number, int copy, Known known) {
        Flags flags = new Flags();
        Birth birth = Births.ofYear(known.year(), WRITTEN, flags);
        Sex sex = number % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        List<Telephone> telephones = Telephones.of(known.telephone(), TelephoneUse.OWN, WRITTEN, "telephones", flags);
        IdentityNumber identity = IdentityNumbers.of(known.identity(), null, sex, birth, flags);
        AdminUnit home = known.home();
        PersonRole role = copy == 1 ? PersonRole.VICTIM : known.mother() == null ? PersonRole.CALLER : PersonRole.CHILD;
        return new PersonRecord(
                key(role, number),
                role,
                Names.of(known.name(), List.of(), flags),
                sex,
                birth,
                telephones,
                identity == null ? List.of() : List.of(identity),
                Places.standard().of(home.provinceCode(), home.district(), home.commune(), null, WRITTEN, flags),
                known.group().label(),
                known.group().label(),
                null,
                relatives(known, flags),
                ReporterRelation.UNKNOWN,
                null,
                null,
                null,
                NOW,
                null,
                List.of());
    }

    private static SourceRecordKey key(PersonRole role, int number) {
        String id = String.valueOf(number);
        return switch (role) {
            case VICTIM -> SourceRecordKey.of(SourceSystem.HOTLINE, "victim", id);
            case CHILD -> SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", id);
            default -> SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", id);
        };
    }

    private static List<RelatedPerson> relatives(Known known, Flags flags) {
        return known.mother() == null
                ? List.of()
                : List.of(new RelatedPerson(
                        Relationship.MOTHER,
                        Names.of(known.mother(), List.of(), flags).getFirst(),
                        null));
    }

    private static CaseRecord caseAbout(int number, SourceRecordKey child, Known known) {
        return new CaseRecord(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "ca_can_thiep", String.valueOf(number)),
                known.caseNumber(),
                child,
                null,
                ReporterRelation.UNKNOWN,
                List.of("VIOLENCE"),
                List.of(),
                2,
                CaseStatus.IN_PROGRESS,
                WRITTEN.from(),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static ContactRecord contact(int number, SourceRecordKey caller) {
        return new ContactRecord(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "cuoc_goi", String.valueOf(number)),
                NOW.minusSeconds(number),
                Channel.VOICE,
                null,
                caller,
                null,
                null,
                CENTRES[number % CENTRES.length],
                "vi",
                60,
                ContactOutcome.ADVICE,
                null,
                null,
                null,
                null,
                List.of());
    }
}
