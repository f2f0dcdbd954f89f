package org.unifiedhotline.searchindex.documents;

import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.ReporterRelation;

/** What one person is to another, as far as records and cases tell. */
public enum Kinship {
    MOTHER,
    FATHER,
    /** Mother or father: the case does not say which. */
    PARENT,
    GUARDIAN,
    CHILD,
    SIBLING,
    GRANDPARENT,
    GRANDCHILD,
    RELATIVE,
    /** No kin, or not told. */
    OTHER;

    static Kinship of(RelatedPerson.Relationship relationship) {
        return switch (relationship) {
            case FATHER -> FATHER;
            case MOTHER -> MOTHER;
            case GUARDIAN -> GUARDIAN;
        };
    }

    static Kinship of(ReporterRelation relation) {
        return switch (relation) {
            case MOTHER -> MOTHER;
            case FATHER -> FATHER;
            case PARENT -> PARENT;
            case GRANDPARENT -> GRANDPARENT;
            case SIBLING -> SIBLING;
            case RELATIVE -> RELATIVE;
            case SELF, FRIEND, NEIGHBOUR, TEACHER, OFFICIAL, STRANGER, OTHER, UNKNOWN -> OTHER;
        };
    }

    /** What the other is, seen from the other side. */
    Kinship inverse() {
        return switch (this) {
            case MOTHER, FATHER, PARENT, GUARDIAN -> CHILD;
            case CHILD -> PARENT;
            case SIBLING -> SIBLING;
            case GRANDPARENT -> GRANDCHILD;
            case GRANDCHILD -> GRANDPARENT;
            case RELATIVE -> RELATIVE;
            case OTHER -> OTHER;
        };
    }
}
