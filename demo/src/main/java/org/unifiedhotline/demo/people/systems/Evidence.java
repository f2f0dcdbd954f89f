package org.unifiedhotline.demo.people.systems;

import org.unifiedhotline.demo.people.spelling.WrittenBirth;
import org.unifiedhotline.demo.people.spelling.WrittenName;

/**
 * What a row tells of its person.
 *
 * @param telephone true if a telephone stands in the row that is the person's or the family's
 */
record Evidence(
        WrittenName.Extent name, WrittenBirth.Extent birth, boolean place, boolean telephone, boolean identityNumber) {

    /**
     * Whether the row holds enough to be linked: a name of two words or more with an identity number, a telephone, a month or
     * day of birth, or a year of birth and a place; or a given name alone with two of identity number, telephone and day of
     * birth. A row without a name never does.
     */
    boolean resolvable() {
        boolean year = birth != WrittenBirth.Extent.NONE;
        boolean month = year && birth != WrittenBirth.Extent.YEAR;
        boolean day = birth == WrittenBirth.Extent.DAY;
        return switch (name) {
            case NONE -> false;
            case GIVEN_NAME_ONLY -> count(identityNumber, telephone, day) >= 2;
            case FULL -> identityNumber || telephone || month || (year && place);
        };
    }

    private static int count(boolean... facts) {
        int count = 0;
        for (boolean fact : facts) {
            count += fact ? 1 : 0;
        }
        return count;
    }
}
