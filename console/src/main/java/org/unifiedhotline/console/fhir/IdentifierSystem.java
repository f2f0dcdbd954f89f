package org.unifiedhotline.console.fhir;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.fhir.Elements.CodeableConcept;
import org.unifiedhotline.mappings.canonical.IdentityNumber.IdentityKind;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

/** What identifiers are of, by the URIs that outside systems name them with; {@code config/FHIR.md} lists them for integrators. */
enum IdentifierSystem {
    MASTER_RECORD("urn:unified-hotline:master-record", "Mã hồ sơ hợp nhất / master id"),
    NGUOI_GOI("urn:unified-hotline:switchboard:nguoi_goi", "Tổng đài 111, nguoi_goi.id"),
    TRE_EM("urn:unified-hotline:switchboard:tre_em", "Tổng đài 111, tre_em.id"),
    CALLER("urn:unified-hotline:hotline:caller", "Đường dây nóng, caller.caller_id"),
    VICTIM("urn:unified-hotline:hotline:victim", "Đường dây nóng, victim.victim_id"),
    CITIZEN_NUMBER("urn:unified-hotline:identity:cccd", "CCCD"),
    IDENTITY_CARD("urn:unified-hotline:identity:cmnd", "CMND"),
    PASSPORT("urn:unified-hotline:identity:passport", "Hộ chiếu / passport"),
    LAISSEZ_PASSER("urn:unified-hotline:identity:laissez-passer", "Giấy thông hành / laissez-passer"),
    BIRTH_CERTIFICATE("urn:unified-hotline:identity:birth-certificate", "Giấy khai sinh / birth certificate"),
    OTHER_DOCUMENT("urn:unified-hotline:identity:other", "Giấy tờ khác / other document");

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private final String uri;
    private final String text;

    IdentifierSystem(String uri, String text) {
        this.uri = uri;
        this.text = text;
    }

    String uri() {
        return uri;
    }

    static Optional<IdentifierSystem> of(String uri) {
        return Arrays.stream(values()).filter(one -> one.uri.equals(uri)).findFirst();
    }

    /** The system of a source record of a person; null for tables that hold none. */
    static @Nullable IdentifierSystem of(SourceTable table) {
        return Arrays.stream(values())
                .filter(one -> table.equals(one.table()))
                .findFirst()
                .orElse(null);
    }

    static IdentifierSystem of(IdentityKind kind) {
        return switch (kind) {
            case CITIZEN_NUMBER_12 -> CITIZEN_NUMBER;
            case IDENTITY_CARD_9 -> IDENTITY_CARD;
            case PASSPORT -> PASSPORT;
            case LAISSEZ_PASSER -> LAISSEZ_PASSER;
            case BIRTH_CERTIFICATE -> BIRTH_CERTIFICATE;
            case UNKNOWN -> OTHER_DOCUMENT;
        };
    }

    /** The table whose primary key it is; null if it is none's. */
    @Nullable
    SourceTable table() {
        return switch (this) {
            case NGUOI_GOI -> SourceTable.of(SourceSystem.SWITCHBOARD, "nguoi_goi");
            case TRE_EM -> SourceTable.of(SourceSystem.SWITCHBOARD, "tre_em");
            case CALLER -> SourceTable.of(SourceSystem.HOTLINE, "caller");
            case VICTIM -> SourceTable.of(SourceSystem.HOTLINE, "victim");
            case MASTER_RECORD,
                    CITIZEN_NUMBER,
                    IDENTITY_CARD,
                    PASSPORT,
                    LAISSEZ_PASSER,
                    BIRTH_CERTIFICATE,
                    OTHER_DOCUMENT -> null;
        };
    }

    /**
     * The source record with this local id; null if the system is no table's.
     *
     * @throws IllegalArgumentException if no local id looks so
     */
    @Nullable
    SourceRecordKey record(String localId) {
        SourceTable table = table();
        return table == null ? null : SourceRecordKey.of(table, localId);
    }

    /** The kind of document whose numbers these are; null if they are none's, or it is not known of which. */
    @Nullable
    IdentityKind document() {
        return switch (this) {
            case CITIZEN_NUMBER -> IdentityKind.CITIZEN_NUMBER_12;
            case IDENTITY_CARD -> IdentityKind.IDENTITY_CARD_9;
            case PASSPORT -> IdentityKind.PASSPORT;
            case LAISSEZ_PASSER -> IdentityKind.LAISSEZ_PASSER;
            case BIRTH_CERTIFICATE -> IdentityKind.BIRTH_CERTIFICATE;
            case OTHER_DOCUMENT, MASTER_RECORD, NGUOI_GOI, TRE_EM, CALLER, VICTIM -> null;
        };
    }

    /** Whether numbers of documents are meant. */
    boolean isOfDocuments() {
        return this == OTHER_DOCUMENT || document() != null;
    }

    /** As FHIR tells of which document a number is; null where the system says all that there is to say. */
    @Nullable
    CodeableConcept type() {
        return switch (this) {
            case CITIZEN_NUMBER, IDENTITY_CARD ->
                CodeableConcept.of(TYPES, "NI", "National unique individual identifier")
                        .withText(text);
            case PASSPORT -> CodeableConcept.of(TYPES, "PPN", "Passport number").withText(text);
            case LAISSEZ_PASSER, BIRTH_CERTIFICATE, OTHER_DOCUMENT -> CodeableConcept.text(text);
            case MASTER_RECORD, NGUOI_GOI, TRE_EM, CALLER, VICTIM -> null;
        };
    }
}
