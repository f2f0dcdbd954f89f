package org.unifiedhotline.mappings.switchboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.IdentityNumber.IdentityKind;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.RelatedPerson.Relationship;
import org.unifiedhotline.mappings.canonical.Sex;
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

/** {@code tre_em}: a person as child whom a case is about. */
@Mapper(config = CanonicalMapping.class, imports = Times.class)
interface TreEmMapper {

    default PersonRecord map(SourceRecordKey key, TreEmRow row, Flags flags) {
        WrittenBetween when = WrittenBetween.of(row.ngayTao(), row.ngaySua());
        String alias = row.tenGoiKhac();
        Sex sex = Sexes.ofNumber(row.gioiTinh(), flags);
        Birth birth = Births.ofText(row.ngaySinh(), row.tuoiKhai(), when, flags);
        StandardizedPerson person = new StandardizedPerson(
                Names.of(row.hoTen(), alias == null ? List.of() : List.of(alias), flags),
                sex,
                birth,
                Telephones.of(row.dienThoaiGd(), TelephoneUse.FAMILY, when, "telephones", flags),
                identityNumbers(row, sex, birth, flags),
                Places.standard().of(row.maTinh(), row.quanHuyen(), row.xaPhuong(), null, when, flags),
                EthnicGroups.of(row.danToc(), flags),
                parents(row, flags));
        return map(key, row, person, flags);
    }

    private static List<IdentityNumber> identityNumbers(TreEmRow row, Sex sex, @Nullable Birth birth, Flags flags) {
        List<IdentityNumber> numbers = new ArrayList<>(2);
        addIfGiven(numbers, IdentityNumbers.of(row.soDinhDanh(), null, sex, birth, flags));
        addIfGiven(numbers, IdentityNumbers.of(row.soKhaiSinh(), IdentityKind.BIRTH_CERTIFICATE, sex, birth, flags));
        return numbers;
    }

    private static List<RelatedPerson> parents(TreEmRow row, Flags flags) {
        List<RelatedPerson> parents = new ArrayList<>(2);
        addIfGiven(parents, parent(Relationship.FATHER, Names.ofRelated(row.hoTenCha(), flags)));
        addIfGiven(parents, parent(Relationship.MOTHER, Names.ofRelated(row.hoTenMe(), flags)));
        return parents;
    }

    private static @Nullable RelatedPerson parent(Relationship relationship, @Nullable PersonName name) {
        return name == null ? null : new RelatedPerson(relationship, name, null);
    }

    private static <T> void addIfGiven(List<T> list, @Nullable T value) {
        if (value != null) {
            list.add(value);
        }
    }

    @Mapping(target = "key", source = "key")
    @Mapping(target = "role", constant = "CHILD")
    @Mapping(target = "writtenEthnicGroup", source = "row.danToc")
    @Mapping(target = "nationality", ignore = true)
    @Mapping(target = "relationToSubject", constant = "UNKNOWN")
    @Mapping(target = "disability", source = "row.treKhuyetTat")
    @Mapping(target = "consentToShare", ignore = true)
    @Mapping(target = "note", ignore = true)
    @Mapping(target = "createdAt", expression = "java(Times.created(row.ngayTao(), row.ngaySua(), flags))")
    @Mapping(target = "updatedAt", source = "row.ngaySua")
    @Mapping(target = "flags", expression = "java(flags.live())")
    PersonRecord map(SourceRecordKey key, TreEmRow row, StandardizedPerson person, @Context Flags flags);
}
