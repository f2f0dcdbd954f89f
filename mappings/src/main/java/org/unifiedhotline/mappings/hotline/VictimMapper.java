package org.unifiedhotline.mappings.hotline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.RelatedPerson.Relationship;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Births;
import org.unifiedhotline.mappings.standardization.EthnicGroups;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.IdentityNumbers;
import org.unifiedhotline.mappings.standardization.Names;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.mappings.standardization.Sexes;
import org.unifiedhotline.mappings.standardization.StandardizedPerson;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;

/** {@code victim}: a person as victim or potential victim. */
@Mapper(config = CanonicalMapping.class, imports = Times.class)
interface VictimMapper {

    default PersonRecord map(SourceRecordKey key, VictimRow row, Flags flags) {
        WrittenBetween when = WrittenBetween.of(row.createdAt(), row.updatedAt());
        Sex sex = Sexes.ofLetter(row.sex(), flags);
        Birth birth = Births.ofDate(row.dob(), row.dobPrecision(), when, flags);
        IdentityNumber number =
                IdentityNumbers.of(row.idNumber(), HotlineCodes.identityKind(row.idType(), flags), sex, birth, flags);
        StandardizedPerson person = new StandardizedPerson(
                Names.of(wholeName(row), row.aliases(), flags),
                sex,
                birth,
                Telephones.of(row.phone(), TelephoneUse.OWN, when, "telephones", flags),
                number == null ? List.of() : List.of(number),
                Places.standard().of(row.homeProvince(), row.homeDistrict(), row.homeCommune(), null, when, flags),
                EthnicGroups.of(row.ethnicity(), flags),
                guardian(row, when, flags));
        return map(key, row, person, flags);
    }

    /** The two fields as one name: the split between them is not to be trusted. */
    private static @Nullable String wholeName(VictimRow row) {
        String family = row.familyName();
        String rest = row.middleAndGivenName();
        if (family == null || family.isBlank()) {
            return rest;
        }
        return rest == null || rest.isBlank() ? family : family + ' ' + rest;
    }

    private static List<RelatedPerson> guardian(VictimRow row, WrittenBetween when, Flags flags) {
        PersonName name = Names.ofRelated(row.guardianName(), flags);
        Telephone telephone =
                Telephones.first(row.guardianPhone(), TelephoneUse.GUARDIAN, when, "relatedPersons", flags);
        return name == null && telephone == null
                ? List.of()
                : List.of(new RelatedPerson(Relationship.GUARDIAN, name, telephone));
    }

    @Mapping(target = "key", source = "key")
    @Mapping(target = "role", constant = "VICTIM")
    @Mapping(target = "sex", source = "person.sex")
    @Mapping(target = "writtenEthnicGroup", source = "row.ethnicity")
    @Mapping(target = "nationality", source = "row.nationality")
    @Mapping(target = "relationToSubject", constant = "UNKNOWN")
    @Mapping(target = "disability", ignore = true)
    @Mapping(target = "consentToShare", source = "row.consentToShare")
    @Mapping(target = "note", ignore = true)
    @Mapping(target = "createdAt", expression = "java(Times.created(row.createdAt(), row.updatedAt(), flags))")
    @Mapping(target = "updatedAt", source = "row.updatedAt")
    @Mapping(target = "flags", expression = "java(flags.live())")
    PersonRecord map(SourceRecordKey key, VictimRow row, StandardizedPerson person, @Context Flags flags);
}
