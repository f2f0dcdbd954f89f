package org.unifiedhotline.mappings.hotline;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code return_record}: a return of a victim. */
@Mapper(
        config = CanonicalMapping.class,
        uses = HotlineCodes.class,
        imports = {Times.class})
interface ReturnRecordMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "victim", source = "row.victimId", qualifiedByName = "victim")
    @Mapping(target = "returnedOn", expression = "java(Times.known(row.returnedOn(), \"returnedOn\", flags))")
    @Mapping(target = "kind", source = "row.kind")
    @Mapping(target = "borderGate", source = "row.borderGate")
    @Mapping(target = "handedOverBy", source = "row.handedOverBy")
    @Mapping(target = "receivingAgency", source = "row.receivingAgency", qualifiedByName = "agency")
    @Mapping(target = "screenedAs", source = "row.screenedAs")
    @Mapping(target = "certificateNumber", source = "row.certificateNo")
    @Mapping(target = "flags", expression = "java(flags.live())")
    ReturnRecord map(SourceRecordKey key, ReturnRecordRow row, @Context Flags flags);
}
