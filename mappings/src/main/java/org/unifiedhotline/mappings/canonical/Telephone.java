package org.unifiedhotline.mappings.canonical;

import java.util.List;

/**
 * A telephone number: a number is a telephone, not a person.
 *
 * @param written as it stands in the source
 * @param numbers what it may be today, in E.164 form ({@code +84321234567}), likeliest first; two where the record's
 *     date does not decide between an old landline and a new mobile; empty if it was not understood
 * @param use whose it is said to be
 */
public record Telephone(String written, List<String> numbers, TelephoneUse use) {
    public Telephone {
        numbers = List.copyOf(numbers);
    }

    /** Whose a telephone is said to be. */
    public enum TelephoneUse {
        OWN,
        FAMILY,
        GUARDIAN
    }
}
