package org.unifiedhotline.mappings.hotline;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code case_file}: a case. */
@Mapper(
        config = CanonicalMapping.class,
        uses = HotlineCodes.class,
        imports = {Times.class})
interface CaseFileMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "caseNumber", source = "row.caseNo")
    @Mapping(target = "subject", source = "row.victimId", qualifiedByName = "victim")
    @Mapping(target = "reporter", source = "row.reportedBy", qualifiedByName = "caller")
    @Mapping(target = "relation", constant = "UNKNOWN")
    @Mapping(target = "kinds", source = "row.exploitation", qualifiedByName = "kinds")
    @Mapping(target = "means", source = "row.means")
    @Mapping(target = "urgency", ignore = true)
    @Mapping(target = "status", source = "row.status")
    @Mapping(target = "openedOn", expression = "java(Times.known(row.openedOn(), \"openedOn\", flags))")
    @Mapping(target = "closedOn", source = "row.closedOn")
    @Mapping(target = "destinationCountry", source = "row.destinationCountry")
    @Mapping(target = "recruitedInProvince", source = "row.recruitedInProvince")
    @Mapping(target = "narrative", source = "row.narrative")
    @Mapping(target = "flags", expression = "java(flags.live())")
    CaseRecord map(SourceRecordKey key, CaseFileRow row, @Context Flags flags);
}
