package org.unifiedhotline.demo.people.systems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The rows of the child-protection switchboard, one record a table; the components follow the columns in order. */
public sealed interface SwitchboardRow extends LegacyRow {

    /** A province of the code list. */
    record Province(String code, String name, String centre) implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.DM_TINH;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {code, name, centre};
        }
    }

    /** A field of consultation. */
    record Field(String code, String name) implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.DM_LINH_VUC;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {code, name};
        }
    }

    /** A counsellor. */
    record Counsellor(int id, String name, String centre, int active) implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.TONG_DAI_VIEN;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {id, name, centre, active};
        }
    }

    /** A caller. */
    record Caller(
            int id,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable Integer sex,
            @Nullable Integer birthYear,
            @Nullable String provinceCode,
            @Nullable String district,
            @Nullable String commune,
            @Nullable String address,
            @Nullable String ethnicGroup,
            @Nullable String note,
            LocalDateTime created,
            @Nullable LocalDateTime updated)
            implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.NGUOI_GOI;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id,
                name,
                telephone,
                sex,
                birthYear,
                provinceCode,
                district,
                commune,
                address,
                ethnicGroup,
                note,
                created,
                updated
            };
        }
    }

    /** A child whom a case is about. */
    record Child(
            int id,
            @Nullable String name,
            @Nullable String otherNames,
            @Nullable String birth,
            @Nullable Integer statedAge,
            @Nullable Integer sex,
            @Nullable String birthCertificate,
            @Nullable String identityNumber,
            @Nullable String provinceCode,
            @Nullable String district,
            @Nullable String commune,
            @Nullable String ethnicGroup,
            @Nullable String father,
            @Nullable String mother,
            @Nullable String familyTelephone,
            @Nullable Integer disabled,
            LocalDateTime created,
            @Nullable LocalDateTime updated)
            implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.TRE_EM;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id,
                name,
                otherNames,
                birth,
                statedAge,
                sex,
                birthCertificate,
                identityNumber,
                provinceCode,
                district,
                commune,
                ethnicGroup,
                father,
                mother,
                familyTelephone,
                disabled,
                created,
                updated
            };
        }
    }

    /** An intervention case. */
    record Case(
            int id,
            String number,
            int childId,
            @Nullable Integer reporterId,
            @Nullable String relation,
            String kind,
            int urgency,
            String state,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String summary)
            implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CA_CAN_THIEP;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id, number, childId, reporterId, relation, kind, urgency, state, opened, closed, summary
            };
        }
    }

    /** A contact on any channel. */
    record Contact(
            long id,
            LocalDateTime time,
            String channel,
            @Nullable String number,
            @Nullable Integer callerId,
            @Nullable Integer counsellorId,
            String centre,
            int seconds,
            String kind,
            @Nullable String field,
            @Nullable Integer caseId,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String note)
            implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CUOC_GOI;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id,
                time,
                channel,
                number,
                callerId,
                counsellorId,
                centre,
                seconds,
                kind,
                field,
                caseId,
                latitude,
                longitude,
                note
            };
        }
    }

    /** A referral to another agency. */
    record Referral(
            int id,
            int caseId,
            String agency,
            String agencyKind,
            @Nullable String provinceCode,
            @Nullable String service,
            LocalDate referred,
            @Nullable LocalDate answered,
            String outcome)
            implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.CHUYEN_TUYEN;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {
                id, caseId, agency, agencyKind, provinceCode, service, referred, answered, outcome
            };
        }
    }

    /** An assessment of a call; the criteria are JSON. */
    record Assessment(
            int id,
            long contactId,
            int assessorId,
            BigDecimal score,
            @Nullable String criteria,
            @Nullable String remark,
            LocalDateTime assessed)
            implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.QMS_DANH_GIA;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {id, contactId, assessorId, score, criteria, remark, assessed};
        }
    }

    /** What a centre's equipment reported. */
    record Monitoring(
            long id,
            String centre,
            String device,
            String state,
            @Nullable String detail,
            LocalDateTime time) implements SwitchboardRow {
        @Override
        public LegacyTable table() {
            return LegacyTable.GIAM_SAT;
        }

        @Override
        public @Nullable Object[] cells() {
            return new @Nullable Object[] {id, centre, device, state, detail, time};
        }
    }
}
