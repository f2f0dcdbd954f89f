package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.CodeRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/** {@code dm_linh_vuc}: the fields of consultation. */
@Mapper(config = CanonicalMapping.class)
interface DmLinhVucMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "list", constant = "topic")
    @Mapping(target = "code", source = "row.ma")
    @Mapping(target = "name", source = "row.ten")
    @Mapping(target = "centre", ignore = true)
    CodeRecord map(SourceRecordKey key, DmLinhVucRow row);
}
