package org.unifiedhotline.mappings.switchboard;

import java.util.List;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Births;
import org.unifiedhotline.mappings.standardization.EthnicGroups;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.Names;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.mappings.standardization.Sexes;
import org.unifiedhotline.mappings.standardization.StandardizedPerson;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;

/** {@code nguoi_goi}: a person as caller. */
@Mapper(config = CanonicalMapping.class, imports = Times.class)
interface NguoiGoiMapper {

    default PersonRecord map(SourceRecordKey key, NguoiGoiRow row, Flags flags) {
        WrittenBetween when = WrittenBetween.of(row.ngayTao(), row.ngaySua());
        StandardizedPerson person = new StandardizedPerson(
                Names.of(row.hoTen(), List.of(), flags),
                Sexes.ofNumber(row.gioiTinh(), flags),
                Births.ofYear(row.namSinh(), when, flags),
                Telephones.of(row.dienThoai(), TelephoneUse.OWN, when, "telephones", flags),
                List.of(),
                Places.standard().of(row.maTinh(), row.quanHuyen(), row.xaPhuong(), row.diaChi(), when, flags),
                EthnicGroups.of(row.danToc(), flags),
                List.of());
        return map(key, row, person, flags);
    }

    @Mapping(target = "key", source = "key")
    @Mapping(target = "role", constant = "CALLER")
    @Mapping(target = "writtenEthnicGroup", source = "row.danToc")
    @Mapping(target = "nationality", ignore = true)
    @Mapping(target = "relationToSubject", constant = "UNKNOWN")
    @Mapping(target = "disability", ignore = true)
    @Mapping(target = "consentToShare", ignore = true)
    @Mapping(target = "note", source = "row.ghiChu")
    @Mapping(target = "createdAt", expression = "java(Times.created(row.ngayTao(), row.ngaySua(), flags))")
    @Mapping(target = "updatedAt", source = "row.ngaySua")
    @Mapping(target = "flags", expression = "java(flags.live())")
    PersonRecord map(SourceRecordKey key, NguoiGoiRow row, StandardizedPerson person, @Context Flags flags);
}
