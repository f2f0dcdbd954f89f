package org.unifiedhotline.mappings.switchboard;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;
import org.unifiedhotline.mappings.reading.CanonicalMapping;
import org.unifiedhotline.mappings.reading.Counts;
import org.unifiedhotline.mappings.reading.Times;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.Telephones;
import org.unifiedhotline.mappings.standardization.WrittenBetween;

/** {@code cuoc_goi}: a contact on any channel. */
@Mapper(
        config = CanonicalMapping.class,
        uses = SwitchboardCodes.class,
        imports = {Counts.class, Telephones.class, TelephoneUse.class, Times.class, WrittenBetween.class})
interface CuocGoiMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "receivedAt", expression = "java(Times.known(row.thoiGian(), \"receivedAt\", flags))")
    @Mapping(target = "channel", source = "row.kenh")
    @Mapping(
            target = "presentedNumber",
            expression = "java(Telephones.first(row.soGoiDen(), TelephoneUse.OWN,"
                    + " WrittenBetween.of(row.thoiGian(), null), \"presentedNumber\", flags))")
    @Mapping(target = "caller", source = "row.idNguoiGoi", qualifiedByName = "caller")
    @Mapping(target = "caseKey", source = "row.idCa", qualifiedByName = "case")
    @Mapping(target = "counsellor", source = "row.maTdv")
    @Mapping(target = "centre", source = "row.trungTam")
    @Mapping(target = "language", constant = "vi")
    @Mapping(
            target = "durationSeconds",
            expression = "java(Counts.notNegative(row.thoiLuong(), \"durationSeconds\", flags))")
    @Mapping(target = "outcome", source = "row.loai")
    @Mapping(target = "topic", source = "row.maLinhVuc", qualifiedByName = "topic")
    @Mapping(target = "latitude", source = "row.viDo")
    @Mapping(target = "longitude", source = "row.kinhDo")
    @Mapping(target = "notes", source = "row.noiDung")
    @Mapping(target = "flags", expression = "java(flags.live())")
    ContactRecord map(SourceRecordKey key, CuocGoiRow row, @Context Flags flags);
}
