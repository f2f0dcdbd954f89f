package org.unifiedhotline.demo.people.households;

/** What a person is in the household. */
public enum Role {
    FATHER,
    MOTHER,
    GRANDFATHER,
    GRANDMOTHER,
    CHILD,
    /** Lives alone, or with a spouse and no children. */
    ADULT,
    /** Lives in a shelter; shares its telephone and address with the others. */
    RESIDENT,
    /** Lives next door, or teaches the children; a household of its own. */
    NEIGHBOUR
}
