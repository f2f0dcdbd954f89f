package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.CounsellorRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code tong_dai_vien}: the counsellors. */
@Mapper(config = CanonicalMapping.class, uses = SwitchboardCodes.class)
interface TongDaiVienMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "name", source = "row.hoTen")
    @Mapping(target = "centre", source = "row.trungTam")
    @Mapping(target = "active", source = "row.dangLam")
    CounsellorRecord map(SourceRecordKey key, TongDaiVienRow row, @Context Flags flags);
}
