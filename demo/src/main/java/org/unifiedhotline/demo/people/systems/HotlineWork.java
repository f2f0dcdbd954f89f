package org.unifiedhotline.demo.people.systems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.places.Centre;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.spelling.Clerk;
import org.unifiedhotline.demo.people.telephones.Line;

/** Writes the hotline's cases, calls, returns, referrals, reviews and site status. */
final class HotlineWork {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final List<String> EXPLOITATION = List.of(
            "SEXUAL", "FORCED_LABOUR", "FORCED_MARRIAGE", "ONLINE_SCAM", "ORGAN", "BEGGING", "SURROGACY", "OTHER");
    private static final List<String> COUNTRIES = List.of("CN", "KH", "MM", "LA", "TH", "MY", "VN");

    private final Pen pen;
    private final Chance chance;

    HotlineWork(Pen pen) {
        this.pen = pen;
        this.chance = pen.chance();
    }

    /** Opens a case about a victim and gives its number. */
    String openCase(int victimId, int callerId, Place home, LocalDateTime at) {
        String number = "MB-%02d-%05d".formatted(at.getYear() % 100, pen.ids().next(LegacyTable.CASE_FILE));
        LocalDate closed = pen.times().within(at, 240, chance).toLocalDate();
        boolean finished = closed.isBefore(pen.times().today()) && chance.happens(0.8);
        String first = EXPLOITATION.get(chance.weighted(26, 20, 22, 18, 2, 4, 3, 5));
        String second = chance.oneOf(EXPLOITATION);
        pen.batch()
                .add(new HotlineRow.CaseFile(
                        number,
                        victimId,
                        callerId,
                        at.toLocalDate(),
                        finished ? closed : null,
                        finished ? "CLOSED" : chance.oneOf("NEW", "SCREENING", "ASSISTING", "REFERRED", "INVALID"),
                        chance.happens(0.15) && !second.equals(first) ? List.of(first, second) : List.of(first),
                        chance.happens(0.85)
                                ? List.of(chance.oneOf("DECEPTION", "FORCE", "DEBT", "THREAT", "ABUSE_OF_POSITION"))
                                : null,
                        COUNTRIES.get(chance.weighted(40, 24, 12, 6, 5, 3, 10)),
                        chance.happens(0.8) ? home.on(at.toLocalDate()).province() : null,
                        pen.sometimes(0.35, Notes.traffickingCall(chance))));
        return number;
    }

    /** Writes one call. */
    void call(
            LocalDateTime at,
            Place place,
            EthnicGroup group,
            @Nullable Line line,
            @Nullable Integer callerId,
            String outcome,
            @Nullable String caseNumber) {
        UUID id = uuid();
        String channel = callerId == null
                ? (outcome.equals("ABANDONED") && chance.happens(0.5) ? "IVR" : "VOICE")
                : List.of("VOICE", "FACEBOOK", "LOCATION_SHARE", "WALK_IN").get(chance.weighted(85, 8, 4, 3));
        boolean spoken = channel.equals("VOICE") || channel.equals("IVR");
        boolean located = channel.equals("LOCATION_SHARE");
        Clerk clerk = Clerk.on(at.toLocalDate(), chance);
        pen.batch()
                .add(new HotlineRow.Call(
                        id,
                        at.atOffset(VIETNAM),
                        channel,
                        spoken && line != null ? clerk.telephone(line) : null,
                        callerId,
                        channel.equals("IVR") ? null : counsellor(),
                        Centre.of(place.before().provinceCode()).hotlineName(),
                        language(group),
                        chance.between(5, 3000),
                        outcome,
                        caseNumber,
                        located ? chance.between(860_000, 2_330_000) / 1e5 : null,
                        located ? chance.between(10_220_000, 10_940_000) / 1e5 : null,
                        callerId != null && chance.happens(0.45) ? clerk.text(Notes.traffickingCall(chance)) : null));
        if (callerId != null && chance.happens(0.06)) {
            review(id, at);
        }
    }

    /** None to three referrals of a case. */
    void refer(String caseNumber, LocalDateTime at) {
        int count = chance.weighted(25, 40, 25, 10);
        for (int i = 0; i < count; i++) {
            LocalDate referred = pen.times().within(at, 14, chance).toLocalDate();
            LocalDate answered = pen.times().within(at, 90, chance).toLocalDate();
            boolean pending = chance.happens(0.15) || answered.isBefore(referred);
            pen.batch()
                    .add(new HotlineRow.Referral(
                            pen.ids().next(LegacyTable.REFERRAL),
                            caseNumber,
                            chance.oneOf(StandingRows.agencyCodes()),
                            chance.oneOf(
                                    "RESCUE",
                                    "SHELTER",
                                    "LEGAL_AID",
                                    "HEALTH",
                                    "PSYCHOSOCIAL",
                                    "VOCATIONAL",
                                    "DOCUMENTS",
                                    "FINANCIAL"),
                            referred,
                            pending ? null : answered,
                            pending ? "PENDING" : outcome(),
                            !pending && chance.happens(0.5) ? 1 + chance.weighted(4, 10, 28, 36, 22) : null));
        }
    }

    /** The return of a victim, some weeks from a moment. */
    void returned(int victimId, LocalDateTime at) {
        String kind =
                List.of("RESCUED", "HANDED_OVER", "SELF_RETURNED", "DEPORTED").get(chance.weighted(38, 26, 28, 8));
        boolean certified = chance.happens(0.55);
        pen.batch()
                .add(new HotlineRow.Return(
                        pen.ids().next(LegacyTable.RETURN_RECORD),
                        victimId,
                        pen.times().within(at, 200, chance).toLocalDate(),
                        kind,
                        chance.happens(0.7)
                                ? chance.oneOf("Tân Thanh", "Móng Cái", "Lào Cai", "Mộc Bài", "Hữu Nghị", "Lao Bảo")
                                : null,
                        kind.equals("HANDED_OVER")
                                ? chance.oneOf("Công an Trung Quốc", "Cảnh sát Campuchia", "Đại sứ quán")
                                : null,
                        chance.happens(0.6) ? chance.oneOf(StandingRows.agencyCodes()) : null,
                        chance.happens(0.9)
                                ? (certified ? "VICTIM" : chance.oneOf("POTENTIAL_VICTIM", "NOT_VICTIM"))
                                : null,
                        certified ? chance.between(1, 990) + "/GXN" : null));
    }

    /** One report of a centre's equipment. */
    void status(LocalDateTime at) {
        String state = List.of("UP", "DEGRADED", "DOWN").get(chance.weighted(88, 9, 3));
        pen.batch()
                .add(new HotlineRow.SiteStatus(
                        pen.ids().nextLong(LegacyTable.SITE_STATUS),
                        chance.oneOf("HANOI", "DANANG", "ANGIANG"),
                        chance.oneOf("PBX", "IVR", "RECORDER", "UPS", "LINK"),
                        state,
                        state.equals("UP") ? null : "packet loss " + chance.between(1, 40) + " %",
                        at.atOffset(VIETNAM)));
    }

    private void review(UUID callId, LocalDateTime at) {
        OffsetDateTime reviewed = pen.times().within(at, 10, chance).atOffset(VIETNAM);
        pen.batch()
                .add(new HotlineRow.Review(
                        pen.ids().next(LegacyTable.CALL_REVIEW),
                        callId,
                        counsellor(),
                        BigDecimal.valueOf(chance.between(480, 1000), 1),
                        pen.sometimes(0.3, "Đúng quy trình, giọng nói ấm áp"),
                        reviewed));
    }

    /** A random UUID (version 4) from seeded bits. */
    private UUID uuid() {
        long high = (chance.bits() & ~0xF000L) | 0x4000L;
        return new UUID(high, (chance.bits() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private String counsellor() {
        int number = chance.between(1, 30);
        return "tv" + number / 10 + number % 10;
    }

    private String language(EthnicGroup group) {
        boolean own = chance.happens(0.3);
        return own && group == EthnicGroup.MONG ? "hmn" : own && group == EthnicGroup.KHMER ? "km" : "vi";
    }

    private String outcome() {
        return List.of("COMPLETED", "ACCEPTED", "DECLINED", "LOST_CONTACT").get(chance.weighted(62, 22, 7, 9));
    }
}
