package org.unifiedhotline.masterrecords.stewardship;

/** Why a decision needs a second pair of eyes. */
public enum Risk {
    /** The person would be made of very many records. */
    LARGE,
    /** Exclusive identifiers conflict, or a case says that the two are related or strangers. */
    CONFLICTING_EVIDENCE,
    /** A child or victim would be one with a caller, and no case says that the person called for itself. */
    VICTIM_WITH_ADULT,
    /** Somebody else's standing decision says that they are different people. */
    OVERRULES_ANOTHER,
    /** What is erased cannot be brought back. */
    IRREVERSIBLE
}
