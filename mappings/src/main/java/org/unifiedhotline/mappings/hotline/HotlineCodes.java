package org.unifiedhotline.mappings.hotline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Named;
import org.unifiedhotline.mappings.canonical.AgencyRecord.AgencyKind;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ContactRecord.ContactOutcome;
import org.unifiedhotline.mappings.canonical.IdentityNumber.IdentityKind;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.ReturnRecord.ReturnKind;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.reading.CodeValues;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Flags;

/** The hotline's code lists and keys in canonical words. */
final class HotlineCodes {
    private static final CodeValues<Centre> CENTRES = new CodeValues<>(
            "centre",
            Map.of("HANOI", Centre.HANOI, "DANANG", Centre.DANANG, "ANGIANG", Centre.ANGIANG),
            Centre.UNKNOWN);

    private static final CodeValues<CaseStatus> STATUSES = new CodeValues<>(
            "status",
            Map.of(
                    "NEW", CaseStatus.NEW,
                    "SCREENING", CaseStatus.IN_PROGRESS,
                    "ASSISTING", CaseStatus.IN_PROGRESS,
                    "REFERRED", CaseStatus.REFERRED,
                    "CLOSED", CaseStatus.CLOSED,
                    "INVALID", CaseStatus.CANCELLED),
            CaseStatus.UNKNOWN);

    /** No constraint of the hotline's holds these: whatever else was typed there is no kind. */
    static final CodeValues<String> KINDS = asWritten(
            "kinds",
            Stream.of(
                    "SEXUAL",
                    "FORCED_LABOUR",
                    "FORCED_MARRIAGE",
                    "ONLINE_SCAM",
                    "ORGAN",
                    "BEGGING",
                    "SURROGACY",
                    "OTHER"),
            "OTHER");

    /**
     * ISO 639: all of two letters, and of three letters those of the peoples of Vietnam and its neighbours. All of three letters would be
     * most short names. Held by no constraint either.
     */
    static final CodeValues<String> LANGUAGES = asWritten(
            "language", Stream.concat(Stream.of(Locale.getISOLanguages()), Stream.of("""
                            und mul sgn
                            hmn hnj hmv hmz mww cqd tyz nut twh blt tmm tyj mtq ium mji pnu jra rad bdq sed mlc kpm cja cjm hre mng cmo
                            rog rgs stt sti bru kjg jeh gal cua ktv kxk pac tth ngt cma cax tou hni lhu lol kac pcc giq gir laq lbc kkn
                            yue cmn nan hak shn mnw ksw kar khb nod tts prp""".split("\\s+"))), "und");

    private static final CodeValues<ReporterRelation> RELATIONS = new CodeValues<>(
            "relationToSubject",
            Map.of(
                    "SELF", ReporterRelation.SELF,
                    "PARENT", ReporterRelation.PARENT,
                    "SIBLING", ReporterRelation.SIBLING,
                    "RELATIVE", ReporterRelation.RELATIVE,
                    "FRIEND", ReporterRelation.FRIEND,
                    "OFFICIAL", ReporterRelation.OFFICIAL,
                    "STRANGER", ReporterRelation.STRANGER),
            ReporterRelation.UNKNOWN);

    private static final CodeValues<Channel> CHANNELS = new CodeValues<>(
            "channel",
            Map.of(
                    "VOICE", Channel.VOICE,
                    "IVR", Channel.AUTOMATIC_ANSWER,
                    "FACEBOOK", Channel.FACEBOOK,
                    "LOCATION_SHARE", Channel.LOCATION_SHARE,
                    "WALK_IN", Channel.WALK_IN),
            Channel.UNKNOWN);

    private static final CodeValues<ContactOutcome> CONTACT_OUTCOMES = new CodeValues<>(
            "outcome",
            Map.of(
                    "ADVICE", ContactOutcome.ADVICE,
                    "CASE", ContactOutcome.CASE,
                    "TRANSFERRED", ContactOutcome.TRANSFERRED,
                    "NUISANCE", ContactOutcome.NUISANCE,
                    "ABANDONED", ContactOutcome.ABANDONED),
            ContactOutcome.UNKNOWN);

    private static final CodeValues<AgencyKind> AGENCY_KINDS = new CodeValues<>(
            "kind",
            Map.of(
                    "POLICE", AgencyKind.POLICE,
                    "BORDER_GUARD", AgencyKind.BORDER_GUARD,
                    "WOMEN_UNION", AgencyKind.WOMEN_UNION,
                    "SOCIAL", AgencyKind.SOCIAL,
                    "HEALTH", AgencyKind.HEALTH,
                    "JUSTICE", AgencyKind.JUSTICE,
                    "NGO", AgencyKind.NGO),
            AgencyKind.OTHER);

    private static final CodeValues<ReferralOutcome> REFERRAL_OUTCOMES = new CodeValues<>(
            "outcome",
            Map.of(
                    "PENDING", ReferralOutcome.PENDING,
                    "ACCEPTED", ReferralOutcome.ACCEPTED,
                    "COMPLETED", ReferralOutcome.COMPLETED,
                    "DECLINED", ReferralOutcome.DECLINED,
                    "LOST_CONTACT", ReferralOutcome.LOST_CONTACT),
            ReferralOutcome.UNKNOWN);

    private static final CodeValues<ReturnKind> RETURN_KINDS = new CodeValues<>(
            "kind",
            Map.of(
                    "RESCUED", ReturnKind.RESCUED,
                    "HANDED_OVER", ReturnKind.HANDED_OVER,
                    "SELF_RETURNED", ReturnKind.SELF_RETURNED,
                    "DEPORTED", ReturnKind.DEPORTED),
            ReturnKind.UNKNOWN);

    private static final CodeValues<SiteState> SITE_STATES = new CodeValues<>(
            "state",
            Map.of("UP", SiteState.UP, "DEGRADED", SiteState.DEGRADED, "DOWN", SiteState.DOWN),
            SiteState.UNKNOWN);

    private static final CodeValues<IdentityKind> IDENTITY_KINDS = new CodeValues<>(
            "identityNumbers",
            Map.of(
                    "CMND", IdentityKind.IDENTITY_CARD_9,
                    "CCCD", IdentityKind.CITIZEN_NUMBER_12,
                    "PASSPORT", IdentityKind.PASSPORT,
                    "LAISSEZ_PASSER", IdentityKind.LAISSEZ_PASSER,
                    "BIRTH_CERT", IdentityKind.BIRTH_CERTIFICATE),
            IdentityKind.UNKNOWN);

    private HotlineCodes() {}

    /** A list of codes that mean themselves. */
    private static CodeValues<String> asWritten(String field, Stream<String> codes, String unknown) {
        return new CodeValues<>(
                field,
                codes.collect(Collectors.toMap(Function.identity(), Function.identity(), (one, same) -> one)),
                unknown);
    }

    @Named("kinds")
    static List<String> kinds(List<String> written, @Context Flags flags) {
        return written.stream().map(code -> KINDS.meaning(code, flags)).toList();
    }

    /** Where the hotline says nothing it speaks Vietnamese. */
    static String language(@Nullable String code, Flags flags) {
        return code == null ? "vi" : LANGUAGES.meaning(code, flags);
    }

    static Centre centre(@Nullable String code, @Context Flags flags) {
        return CENTRES.meaning(code, flags);
    }

    static CaseStatus status(@Nullable String code, @Context Flags flags) {
        return STATUSES.meaning(code, flags);
    }

    static ReporterRelation relation(@Nullable String code, @Context Flags flags) {
        return RELATIONS.meaning(code, flags);
    }

    static Channel channel(@Nullable String code, @Context Flags flags) {
        return CHANNELS.meaning(code, flags);
    }

    static ContactOutcome contactOutcome(@Nullable String code, @Context Flags flags) {
        return CONTACT_OUTCOMES.meaning(code, flags);
    }

    static AgencyKind agencyKind(@Nullable String code, @Context Flags flags) {
        return AGENCY_KINDS.meaning(code, flags);
    }

    static ReferralOutcome referralOutcome(@Nullable String code, @Context Flags flags) {
        return REFERRAL_OUTCOMES.meaning(code, flags);
    }

    static ReturnKind returnKind(@Nullable String code, @Context Flags flags) {
        return RETURN_KINDS.meaning(code, flags);
    }

    static SiteState siteState(@Nullable String code, @Context Flags flags) {
        return SITE_STATES.meaning(code, flags);
    }

    /** The kind of document; null if the source names none. */
    static @Nullable IdentityKind identityKind(@Nullable String code, Flags flags) {
        return code == null || code.isBlank() ? null : IDENTITY_KINDS.meaning(code, flags);
    }

    @Named("victim")
    static SourceRecordKey victim(long id) {
        return key("victim", Long.toString(id));
    }

    @Named("caller")
    static @Nullable SourceRecordKey caller(@Nullable Long id) {
        return id == null ? null : key("caller", Long.toString(id));
    }

    @Named("case")
    static @Nullable SourceRecordKey caseKey(@Nullable String number) {
        return number == null || number.isEmpty() ? null : key("case_file", number);
    }

    @Named("agency")
    static @Nullable SourceRecordKey agency(@Nullable String code) {
        return code == null || code.isEmpty() ? null : key("agency", code);
    }

    @Named("contact")
    static SourceRecordKey contact(String id) {
        return key("call", id);
    }

    private static SourceRecordKey key(String table, String id) {
        return SourceRecordKey.of(SourceSystem.HOTLINE, table, id);
    }
}
