package org.unifiedhotline.mappings.switchboard;

import java.util.List;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code ca_can_thiep}: an intervention case. */
@Mapper(
        config = CanonicalMapping.class,
        uses = SwitchboardCodes.class,
        imports = {List.class, Times.class})
interface CaCanThiepMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "caseNumber", source = "row.maCa")
    @Mapping(target = "subject", source = "row.idTreEm", qualifiedByName = "child")
    @Mapping(target = "reporter", source = "row.idNguoiBao", qualifiedByName = "caller")
    @Mapping(target = "relation", source = "row.quanHe")
    @Mapping(target = "kinds", source = "row.loaiVuViec", qualifiedByName = "kinds")
    @Mapping(target = "means", expression = "java(List.of())")
    @Mapping(target = "urgency", source = "row.mucDo")
    @Mapping(target = "status", source = "row.trangThai")
    @Mapping(target = "openedOn", expression = "java(Times.known(row.ngayMo(), \"openedOn\", flags))")
    @Mapping(target = "closedOn", source = "row.ngayDong")
    @Mapping(target = "destinationCountry", ignore = true)
    @Mapping(target = "recruitedInProvince", ignore = true)
    @Mapping(target = "narrative", source = "row.tomTat")
    @Mapping(target = "flags", expression = "java(flags.live())")
    CaseRecord map(SourceRecordKey key, CaCanThiepRow row, @Context Flags flags);
}
