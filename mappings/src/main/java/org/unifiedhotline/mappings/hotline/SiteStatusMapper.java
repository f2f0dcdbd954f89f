package org.unifiedhotline.mappings.hotline;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code site_status}: what a centre's equipment reported. */
@Mapper(
        config = CanonicalMapping.class,
        uses = HotlineCodes.class,
        imports = {Times.class})
interface SiteStatusMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "centre", source = "row.centre")
    @Mapping(target = "component", source = "row.component")
    @Mapping(target = "state", source = "row.state")
    @Mapping(target = "detail", source = "row.detail")
    @Mapping(target = "observedAt", expression = "java(Times.known(row.observedAt(), \"observedAt\", flags))")
    @Mapping(target = "flags", expression = "java(flags.live())")
    SiteStatusRecord map(SourceRecordKey key, SiteStatusRow row, @Context Flags flags);
}
