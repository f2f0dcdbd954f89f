package org.unifiedhotline.masterrecords.scope;

/** A kind of fields that is read plainly by some and as a mask by others, by the words of {@code roles.yaml}. */
public enum FieldKind {
    /** Numbers of identity documents, of birth certificates and of certificates of being a victim. */
    IDENTITY_NUMBER,
    TELEPHONE,
    /** Where somebody lives, below the province, and where a location was shared. */
    ADDRESS,
    /** What was written down of somebody in free text. */
    NOTES,
    /** What a case is of, by which means, and where to: of a trafficking case, how somebody was exploited. */
    EXPLOITATION,
    HEALTH,
    /** Which ethnic group somebody is of. */
    ETHNICITY
}
