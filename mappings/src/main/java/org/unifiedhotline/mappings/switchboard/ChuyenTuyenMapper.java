package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code chuyen_tuyen}: a referral to another agency. */
@Mapper(config = CanonicalMapping.class, uses = SwitchboardCodes.class, imports = Times.class)
interface ChuyenTuyenMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "caseKey", source = "row.idCa", qualifiedByName = "case")
    @Mapping(target = "agencyKey", ignore = true)
    @Mapping(target = "agencyName", source = "row.donViNhan")
    @Mapping(target = "agencyKind", source = "row.loaiDonVi")
    @Mapping(target = "provinceCode", source = "row.maTinh")
    @Mapping(target = "service", source = "row.dichVu")
    @Mapping(target = "referredOn", expression = "java(Times.known(row.ngayChuyen(), \"referredOn\", flags))")
    @Mapping(target = "respondedOn", source = "row.ngayPhanHoi")
    @Mapping(target = "outcome", source = "row.ketQua")
    @Mapping(target = "satisfaction", ignore = true)
    @Mapping(target = "flags", expression = "java(flags.live())")
    ReferralRecord map(SourceRecordKey key, ChuyenTuyenRow row, @Context Flags flags);
}
