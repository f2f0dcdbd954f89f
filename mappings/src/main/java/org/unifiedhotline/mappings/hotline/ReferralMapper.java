package org.unifiedhotline.mappings.hotline;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code referral}: a referral to an agency of the list. */
@Mapper(
        config = CanonicalMapping.class,
        uses = HotlineCodes.class,
        imports = {Times.class})
interface ReferralMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "caseKey", source = "row.caseNo", qualifiedByName = "case")
    @Mapping(target = "agencyKey", source = "row.agencyCode", qualifiedByName = "agency")
    @Mapping(target = "agencyName", ignore = true)
    @Mapping(target = "agencyKind", ignore = true)
    @Mapping(target = "provinceCode", ignore = true)
    @Mapping(target = "service", source = "row.service")
    @Mapping(target = "referredOn", expression = "java(Times.known(row.referredOn(), \"referredOn\", flags))")
    @Mapping(target = "respondedOn", source = "row.respondedOn")
    @Mapping(target = "outcome", source = "row.outcome")
    @Mapping(target = "satisfaction", source = "row.satisfaction")
    @Mapping(target = "flags", expression = "java(flags.live())")
    ReferralRecord map(SourceRecordKey key, ReferralRow row, @Context Flags flags);
}
