package org.unifiedhotline.mappings.canonical;

import org.jspecify.annotations.Nullable;

/** A person named on another's record: father, mother, guardian. */
public record RelatedPerson(
        Relationship relationship,
        @Nullable PersonName name,
        @Nullable Telephone telephone) {

    /** What the named person is to the record's person. */
    public enum Relationship {
        FATHER,
        MOTHER,
        GUARDIAN
    }
}
