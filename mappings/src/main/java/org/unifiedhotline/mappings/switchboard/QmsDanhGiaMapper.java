package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** {@code qms_danh_gia}: a call-quality assessment. */
@Mapper(config = CanonicalMapping.class, uses = SwitchboardCodes.class, imports = Times.class)
interface QmsDanhGiaMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "contact", source = "row.idCuocGoi", qualifiedByName = "contact")
    @Mapping(target = "reviewer", source = "row.nguoiCham")
    @Mapping(target = "score", source = "row.diem")
    @Mapping(target = "criteria", expression = "java(row.tieuChi())")
    @Mapping(target = "remarks", source = "row.nhanXet")
    @Mapping(target = "reviewedAt", expression = "java(Times.known(row.ngayCham(), \"reviewedAt\", flags))")
    @Mapping(target = "flags", expression = "java(flags.live())")
    QualityReviewRecord map(SourceRecordKey key, QmsDanhGiaRow row, @Context Flags flags);
}
