package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code giam_sat}: what a centre's equipment reported. */
@Mapper(config = CanonicalMapping.class, uses = SwitchboardCodes.class, imports = Times.class)
interface GiamSatMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "centre", source = "row.trungTam")
    @Mapping(target = "component", source = "row.thietBi")
    @Mapping(target = "state", source = "row.trangThai")
    @Mapping(target = "detail", source = "row.chiTiet")
    @Mapping(target = "observedAt", expression = "java(Times.known(row.thoiGian(), \"observedAt\", flags))")
    @Mapping(target = "flags", expression = "java(flags.live())")
    SiteStatusRecord map(SourceRecordKey key, GiamSatRow row, @Context Flags flags);
}
