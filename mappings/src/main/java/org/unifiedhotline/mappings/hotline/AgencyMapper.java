package org.unifiedhotline.mappings.hotline;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.AgencyRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code agency}: a receiving agency. */
@Mapper(config = CanonicalMapping.class, uses = HotlineCodes.class)
interface AgencyMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "code", source = "row.agencyCode")
    @Mapping(target = "name", source = "row.name")
    @Mapping(target = "kind", source = "row.kind")
    @Mapping(target = "country", expression = "java(row.country() == null ? \"VN\" : row.country())")
    @Mapping(target = "provinceName", source = "row.provinceName")
    @Mapping(target = "inInteragencyGroup", expression = "java(Boolean.TRUE.equals(row.inInteragencyGroup()))")
    AgencyRecord map(SourceRecordKey key, AgencyRow row, @Context Flags flags);
}
