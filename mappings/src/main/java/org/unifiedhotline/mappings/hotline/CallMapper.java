package org.unifiedhotline.mappings.hotline;

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

/** {@code call}: a contact on any channel. */
@Mapper(
        config = CanonicalMapping.class,
        uses = HotlineCodes.class,
        imports = {Counts.class, Telephones.class, TelephoneUse.class, Times.class, WrittenBetween.class})
interface CallMapper {
    @Mapping(target = "key", source = "key")
    @Mapping(target = "receivedAt", expression = "java(Times.known(row.receivedAt(), \"receivedAt\", flags))")
    @Mapping(target = "channel", source = "row.channel")
    @Mapping(
            target = "presentedNumber",
            expression =
                    "java(Telephones.first(row.callerNumber(), TelephoneUse.OWN, WrittenBetween.of(row.receivedAt(), null), \"presentedNumber\", flags))")
    @Mapping(target = "caller", source = "row.callerId", qualifiedByName = "caller")
    @Mapping(target = "caseKey", source = "row.caseNo", qualifiedByName = "case")
    @Mapping(target = "counsellor", source = "row.counsellor")
    @Mapping(target = "centre", source = "row.centre")
    @Mapping(target = "language", expression = "java(HotlineCodes.language(row.language(), flags))")
    @Mapping(
            target = "durationSeconds",
            expression = "java(Counts.notNegative(row.durationS(), \"durationSeconds\", flags))")
    @Mapping(target = "outcome", source = "row.outcome")
    @Mapping(target = "topic", ignore = true)
    @Mapping(target = "latitude", source = "row.lat")
    @Mapping(target = "longitude", source = "row.lon")
    @Mapping(target = "notes", source = "row.summary")
    @Mapping(target = "flags", expression = "java(flags.live())")
    ContactRecord map(SourceRecordKey key, CallRow row, @Context Flags flags);
}
