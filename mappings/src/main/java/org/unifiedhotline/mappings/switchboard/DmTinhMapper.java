package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.CodeRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code dm_tinh}: the provinces of before 1 July 2025 and the centres that answer for them. */
@Mapper(config = CanonicalMapping.class, uses = SwitchboardCodes.class)
interface DmTinhMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "list", constant = "province")
    @Mapping(target = "code", source = "row.maTinh")
    @Mapping(target = "name", source = "row.tenTinh")
    @Mapping(target = "centre", source = "row.trungTam")
    CodeRecord map(SourceRecordKey key, DmTinhRow row, @Context Flags flags);
}
