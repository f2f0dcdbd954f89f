package org.unifiedhotline.searchindex;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Place;
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

/** A source record of a person, as the legacy system wrote it on a day, standardized as mapping does. */
public final class SampleRecord {
    private final SourceRecordKey key;
    private final PersonRole role;
    private final Flags flags = new Flags();
    private final List<PersonName> names = new ArrayList<>();
    private final List<Telephone> telephones = new ArrayList<>();
    private final List<IdentityNumber> identityNumbers = new ArrayList<>();
    private final List<RelatedPerson> related = new ArrayList<>();
    private LocalDate writtenOn = LocalDate.of(2024, 3, 1);
    private Sex sex = Sex.UNKNOWN;
    private @Nullable Birth birth;
    private @Nullable Place home;
    private @Nullable String ethnicGroup;

    private SampleRecord(SourceRecordKey key, PersonRole role) {
        this.key = key;
        this.role = role;
    }

    public static SampleRecord caller(int id) {
        return new SampleRecord(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", String.valueOf(id)), PersonRole.CALLER);
    }

    public static SampleRecord child(int id) {
        return new SampleRecord(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", String.valueOf(id)), PersonRole.CHILD);
    }

    public static SampleRecord victim(int id) {
        return new SampleRecord(
                SourceRecordKey.of(SourceSystem.HOTLINE, "victim", String.valueOf(id)), PersonRole.VICTIM);
    }

    /** The day of writing, which decides old telephones and province codes; to be said first. */
    public SampleRecord writtenOn(int year, int month, int day) {
        writtenOn = LocalDate.of(year, month, day);
        return this;
    }

    public SampleRecord named(String name, String... others) {
        names.addAll(Names.of(name, List.of(others), flags));
        return this;
    }

    public SampleRecord sex(Sex other) {
        sex = other;
        return this;
    }

    public SampleRecord born(String written) {
        birth = Births.ofText(written, null, when(), flags);
        return this;
    }

    public SampleRecord telephone(String written) {
        telephones.addAll(Telephones.of(written, TelephoneUse.OWN, when(), "telephones", flags));
        return this;
    }

    public SampleRecord identity(String written) {
        identityNumbers.add(IdentityNumbers.of(written, null, sex, birth, flags));
        return this;
    }

    public SampleRecord home(String province, @Nullable String district, @Nullable String commune) {
        home = Places.standard().of(province, district, commune, null, when(), flags);
        return this;
    }

    public SampleRecord ethnicGroup(String name) {
        ethnicGroup = name;
        return this;
    }

    public SampleRecord mother(String name) {
        related.add(new RelatedPerson(Relationship.MOTHER, Names.ofRelated(name, flags), null));
        return this;
    }

    SourceRecordKey key() {
        return key;
    }

    PersonRecord person() {
        return new PersonRecord(
                key,
                role,
                names,
                sex,
                birth,
                telephones,
                identityNumbers,
                home,
                ethnicGroup,
                ethnicGroup,
                null,
                related,
                ReporterRelation.UNKNOWN,
                null,
                null,
                null,
                writtenAt(),
                null,
                List.of());
    }

    private WrittenBetween when() {
        return new WrittenBetween(writtenOn, writtenOn);
    }

    private Instant writtenAt() {
        return writtenOn.atStartOfDay().toInstant(ZoneOffset.ofHours(7));
    }
}
