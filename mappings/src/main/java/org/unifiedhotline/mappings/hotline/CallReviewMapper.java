package org.unifiedhotline.mappings.hotline;

import java.util.Map;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code call_review}: a call-quality assessment. */
@Mapper(
        config = CanonicalMapping.class,
        uses = HotlineCodes.class,
        imports = {Map.class, Times.class})
interface CallReviewMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "contact", source = "row.callId", qualifiedByName = "contact")
    @Mapping(target = "reviewer", source = "row.reviewer")
    @Mapping(target = "score", source = "row.score")
    @Mapping(target = "criteria", expression = "java(Map.of())")
    @Mapping(target = "remarks", source = "row.remarks")
    @Mapping(target = "reviewedAt", expression = "java(Times.known(row.reviewedAt(), \"reviewedAt\", flags))")
    @Mapping(target = "flags", expression = "java(flags.live())")
    QualityReviewRecord map(SourceRecordKey key, CallReviewRow row, @Context Flags flags);
}
