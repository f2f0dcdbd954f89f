package org.unifiedhotline.demo.people.systems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the anti-trafficking hotline, one record a table; the components follow the columns in order. */
public sealed interface HotlineRow extends LegacyRow {

    /** An agency that takes referrals. */
    record Agency(
            String code,
            String name,
            String kind,
            String country,
            @Nullable String province,
            boolean interagency) implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.AGENCY;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {code, name, kind, country, province, interagency};
        }
    }

    /** A caller. */
    record Caller(
            int id,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable String secondTelephone,
            @Nullable String sex,
            @Nullable Integer birthYear,
            @Nullable String province,
            @Nullable String district,
            @Nullable String relation,
            OffsetDateTime created,
            @Nullable OffsetDateTime updated)
            implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CALLER;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id, name, telephone, secondTelephone, sex, birthYear, province, district, relation, created, updated
            };
        }
    }

    /** A victim or potential victim. */
    record Victim(
            int id,
            @Nullable String familyName,
            @Nullable String middleAndGivenName,
            @Nullable List<String> aliases,
            @Nullable LocalDate birth,
            String birthPrecision,
            @Nullable String sex,
            @Nullable String identityType,
            @Nullable String identityNumber,
            @Nullable String nationality,
            @Nullable String ethnicGroup,
            @Nullable String province,
            @Nullable String district,
            @Nullable String commune,
            @Nullable String telephone,
            @Nullable String guardian,
            @Nullable String guardianTelephone,
            @Nullable Boolean consent,
            OffsetDateTime created,
            @Nullable OffsetDateTime updated)
            implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.VICTIM;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id,
                familyName,
                middleAndGivenName,
                aliases,
                birth,
                birthPrecision,
                sex,
                identityType,
                identityNumber,
                nationality,
                ethnicGroup,
                province,
                district,
                commune,
                telephone,
                guardian,
                guardianTelephone,
                consent,
                created,
                updated
            };
        }
    }

    /** A case. */
    record CaseFile(
            String number,
            int victimId,
            @Nullable Integer reporterId,
            LocalDate opened,
            @Nullable LocalDate closed,
            String status,
            @Nullable List<String> exploitation,
            @Nullable List<String> means,
            @Nullable String destination,
            @Nullable String recruitedIn,
            @Nullable String narrative)
            implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CASE_FILE;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                number,
                victimId,
                reporterId,
                opened,
                closed,
                status,
                exploitation,
                means,
                destination,
                recruitedIn,
                narrative
            };
        }
    }

    /** The return of a victim. */
    record Return(
            int id,
            int victimId,
            LocalDate returned,
            String kind,
            @Nullable String borderGate,
            @Nullable String handedOverBy,
            @Nullable String receivingAgency,
            @Nullable String screenedAs,
            @Nullable String certificate)
            implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.RETURN_RECORD;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id, victimId, returned, kind, borderGate, handedOverBy, receivingAgency, screenedAs, certificate
            };
        }
    }

    /** A contact on any channel. */
    record Call(
            UUID id,
            OffsetDateTime received,
            String channel,
            @Nullable String number,
            @Nullable Integer callerId,
            @Nullable String counsellor,
            String centre,
            String language,
            int seconds,
            String outcome,
            @Nullable String caseNumber,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String summary)
            implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CALL;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id,
                received,
                channel,
                number,
                callerId,
                counsellor,
                centre,
                language,
                seconds,
                outcome,
                caseNumber,
                latitude,
                longitude,
                summary
            };
        }
    }

    /** A referral to an agency. */
    record Referral(
            int id,
            String caseNumber,
            String agencyCode,
            String service,
            LocalDate referred,
            @Nullable LocalDate answered,
            String outcome,
            @Nullable Integer satisfaction)
            implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.REFERRAL;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id, caseNumber, agencyCode, service, referred, answered, outcome, satisfaction
            };
        }
    }

    /** An assessment of a call. */
    record Review(
            int id,
            UUID callId,
            String reviewer,
            BigDecimal score,
            @Nullable String remarks,
            OffsetDateTime reviewed) implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CALL_REVIEW;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {id, callId, reviewer, score, remarks, reviewed};
        }
    }

    /** What a centre's equipment reported. */
    record SiteStatus(
            long id,
            String centre,
            String component,
            String state,
            @Nullable String detail,
            OffsetDateTime observed) implements HotlineRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.SITE_STATUS;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {id, centre, component, state, detail, observed};
        }
    }
}
