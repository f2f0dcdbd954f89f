package org.unifiedhotline.mappings.canonical;

/**
 * A number on a document of identity.
 *
 * @param written as it stands in the source
 * @param kind the kind of document, as understood from the number's form and what the source says
 * @param number standardized: digits only, or upper-case letters and digits; birth certificates {@code 215/2016}
 * @param valid whether its form and its own checks hold (a 12-digit number against sex and birth); a mismatch flags,
 *     never rejects
 */
public record IdentityNumber(String written, IdentityKind kind, String number, boolean valid) {

    /** Kinds of documents of identity. */
    public enum IdentityKind {
        /** 9-digit identity card (CMND). */
        IDENTITY_CARD_9,
        /** 12-digit citizen or personal identification number (CCCD). */
        CITIZEN_NUMBER_12,
        PASSPORT,
        LAISSEZ_PASSER,
        /** {@code number/year}, unique only within the issuing commune. */
        BIRTH_CERTIFICATE,
        /** A number whose document could not be told. */
        UNKNOWN
    }
}
