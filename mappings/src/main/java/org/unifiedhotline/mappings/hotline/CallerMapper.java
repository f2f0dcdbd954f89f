package org.unifiedhotline.mappings.hotline;

import java.util.ArrayList;
import java.util.List;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Births;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.Names;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.mappings.standardization.Sexes;
import org.unifiedhotline.mappings.standardization.StandardizedPerson;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;

/** {@code caller}: a person as caller. */
@Mapper(config = CanonicalMapping.class, uses = HotlineCodes.class, imports = Times.class)
interface CallerMapper {

    default PersonRecord map(SourceRecordKey key, CallerRow row, Flags flags) {
        WrittenBetween when = WrittenBetween.of(row.createdAt(), row.updatedAt());
        StandardizedPerson person = new StandardizedPerson(
                Names.of(row.fullName(), List.of(), flags),
                Sexes.ofLetter(row.sex(), flags),
                Births.ofYear(row.birthYear(), when, flags),
                telephones(row, when, flags),
                List.of(),
                Places.standard().of(row.provinceName(), row.districtName(), null, null, when, flags),
                null,
                List.of());
        return map(key, row, person, flags);
    }

    private static List<Telephone> telephones(CallerRow row, WrittenBetween when, Flags flags) {
        List<Telephone> telephones =
                new ArrayList<>(Telephones.of(row.phone1(), TelephoneUse.OWN, when, "telephones", flags));
        telephones.addAll(Telephones.of(row.phone2(), TelephoneUse.OWN, when, "telephones", flags));
        return telephones;
    }

    @Mapping(target = "key", source = "key")
    @Mapping(target = "role", constant = "CALLER")
    @Mapping(target = "sex", source = "person.sex")
    @Mapping(target = "writtenEthnicGroup", ignore = true)
    @Mapping(target = "nationality", ignore = true)
    @Mapping(target = "relationToSubject", source = "row.relationToVictim")
    @Mapping(target = "disability", ignore = true)
    @Mapping(target = "consentToShare", ignore = true)
    @Mapping(target = "note", ignore = true)
    @Mapping(target = "createdAt", expression = "java(Times.created(row.createdAt(), row.updatedAt(), flags))")
    @Mapping(target = "updatedAt", source = "row.updatedAt")
    @Mapping(target = "flags", expression = "java(flags.live())")
    PersonRecord map(SourceRecordKey key, CallerRow row, StandardizedPerson person, @Context Flags flags);
}
