package org.unifiedhotline.mappings.switchboard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Named;
import org.unifiedhotline.mappings.canonical.AgencyRecord.AgencyKind;
import org.unifiedhotline.mappings.canonical.CaseRecord.CaseStatus;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ContactRecord.ContactOutcome;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.reading.CodeValues;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.standardization.Folding;

/** The switchboard's code lists and keys in canonical words. */
final class SwitchboardCodes {
    private static final CodeValues<Centre> CENTRES = new CodeValues<>(
            "centre", Map.of("HN", Centre.HANOI, "DN", Centre.DANANG, "AG", Centre.ANGIANG), Centre.UNKNOWN);

    private static final CodeValues<CaseStatus> STATUSES = new CodeValues<>(
            "status",
            Map.of(
                    "MO", CaseStatus.NEW,
                    "DANG_XL", CaseStatus.IN_PROGRESS,
                    "CHO_PH", CaseStatus.REFERRED,
                    "DONG", CaseStatus.CLOSED,
                    "HUY", CaseStatus.CANCELLED),
            CaseStatus.UNKNOWN);

    /** Held by no constraint of the switchboard's. */
    static final CodeValues<String> KINDS = new CodeValues<>(
            "kinds",
            Map.of(
                    "XAM_HAI_TD", "SEXUAL_ABUSE",
                    "BAO_LUC", "VIOLENCE",
                    "BOC_LOT", "LABOUR_EXPLOITATION",
                    "MUA_BAN", "TRAFFICKING",
                    "BO_ROI", "NEGLECT",
                    "TAM_LY", "PSYCHOLOGICAL",
                    "KHAC", "OTHER"),
            "OTHER");

    /** What an assessment has points for. What else was written there is counted by nobody. */
    static final Set<String> CRITERIA = Set.of("lang_nghe", "thong_tin", "quy_trinh", "chuyen_tuyen", "ghi_chep");

    /** The form of the codes of {@code dm_linh_vuc}, which the office adds to. No constraint asks for it. */
    private static final Pattern TOPIC = Pattern.compile("[A-Z][A-Z0-9_-]{0,7}");

    private static final CodeValues<ReporterRelation> RELATIONS = new CodeValues<>(
            "relation",
            Map.ofEntries(
                    Map.entry("me", ReporterRelation.MOTHER),
                    Map.entry("cha", ReporterRelation.FATHER),
                    Map.entry("bo", ReporterRelation.FATHER),
                    Map.entry("ong ba", ReporterRelation.GRANDPARENT),
                    Map.entry("hang xom", ReporterRelation.NEIGHBOUR),
                    Map.entry("giao vien", ReporterRelation.TEACHER),
                    Map.entry("chinh tre", ReporterRelation.SELF),
                    Map.entry("khac", ReporterRelation.OTHER)),
            ReporterRelation.UNKNOWN);

    private static final CodeValues<Channel> CHANNELS = new CodeValues<>(
            "channel",
            Map.of(
                    "GOI", Channel.VOICE,
                    "IVR", Channel.AUTOMATIC_ANSWER,
                    "FB", Channel.FACEBOOK,
                    "ZALO", Channel.ZALO,
                    "APP", Channel.APP),
            Channel.UNKNOWN);

    private static final CodeValues<ContactOutcome> CONTACT_OUTCOMES = new CodeValues<>(
            "outcome",
            Map.of(
                    "TU_VAN", ContactOutcome.ADVICE,
                    "CAN_THIEP", ContactOutcome.CASE,
                    "CHUYEN_MAY", ContactOutcome.TRANSFERRED,
                    "QUAY_ROI", ContactOutcome.NUISANCE,
                    "IM_LANG", ContactOutcome.SILENT),
            ContactOutcome.UNKNOWN);

    private static final CodeValues<AgencyKind> AGENCY_KINDS = new CodeValues<>(
            "agencyKind",
            Map.of(
                    "CONG_AN", AgencyKind.POLICE,
                    "BIEN_PHONG", AgencyKind.BORDER_GUARD,
                    "HOI_PN", AgencyKind.WOMEN_UNION,
                    "LDTBXH", AgencyKind.SOCIAL,
                    "Y_TE", AgencyKind.HEALTH,
                    "TU_PHAP", AgencyKind.JUSTICE,
                    "NGO", AgencyKind.NGO,
                    "KHAC", AgencyKind.OTHER),
            AgencyKind.OTHER);

    private static final CodeValues<ReferralOutcome> REFERRAL_OUTCOMES = new CodeValues<>(
            "outcome",
            Map.of(
                    "CHO", ReferralOutcome.PENDING,
                    "TIEP_NHAN", ReferralOutcome.ACCEPTED,
                    "HOAN_THANH", ReferralOutcome.COMPLETED,
                    "TU_CHOI", ReferralOutcome.DECLINED,
                    "MAT_LIEN_LAC", ReferralOutcome.LOST_CONTACT),
            ReferralOutcome.UNKNOWN);

    private static final CodeValues<SiteState> SITE_STATES = new CodeValues<>(
            "state",
            Map.of("OK", SiteState.UP, "CANH_BAO", SiteState.DEGRADED, "LOI", SiteState.DOWN),
            SiteState.UNKNOWN);

    private SwitchboardCodes() {}

    static Centre centre(@Nullable String code, @Context Flags flags) {
        return CENTRES.meaning(code, flags);
    }

    static CaseStatus status(@Nullable String code, @Context Flags flags) {
        return STATUSES.meaning(code, flags);
    }

    @Named("kinds")
    static List<String> kinds(String code, @Context Flags flags) {
        return List.of(KINDS.meaning(code, flags));
    }

    /** Typed by hand in some versions of the software: marks and capitals do not count. */
    static ReporterRelation relation(@Nullable String written, @Context Flags flags) {
        return RELATIONS.meaning(written == null || written.isBlank() ? null : Folding.fold(written), flags);
    }

    static boolean isTopic(String code) {
        return TOPIC.matcher(code.strip()).matches();
    }

    @Named("topic")
    static @Nullable String topic(@Nullable String code, @Context Flags flags) {
        if (code == null || isTopic(code)) {
            return code;
        }
        flags.add("topic", CodeValues.UNKNOWN_CODE);
        return null;
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

    static SiteState siteState(@Nullable String code, @Context Flags flags) {
        return SITE_STATES.meaning(code, flags);
    }

    @Named("child")
    static SourceRecordKey child(long id) {
        return key("tre_em", id);
    }

    @Named("caller")
    static @Nullable SourceRecordKey caller(@Nullable Long id) {
        return id == null ? null : key("nguoi_goi", id);
    }

    @Named("case")
    static @Nullable SourceRecordKey caseKey(@Nullable Long id) {
        return id == null ? null : key("ca_can_thiep", id);
    }

    @Named("contact")
    static SourceRecordKey contact(long id) {
        return key("cuoc_goi", id);
    }

    private static SourceRecordKey key(String table, long id) {
        return SourceRecordKey.of(SourceSystem.SWITCHBOARD, table, Long.toString(id));
    }
}
