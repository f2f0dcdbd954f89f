package org.unifiedhotline.mappings.canonical;

/** What a reporter is to the person the case is about, as the case or the caller's row says. */
public enum ReporterRelation {
    SELF,
    MOTHER,
    FATHER,
    PARENT,
    GRANDPARENT,
    SIBLING,
    RELATIVE,
    FRIEND,
    NEIGHBOUR,
    TEACHER,
    OFFICIAL,
    STRANGER,
    OTHER,
    UNKNOWN
}
