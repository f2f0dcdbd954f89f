package org.unifiedhotline.demo.people.spelling;

import org.unifiedhotline.demo.people.chance.Chance;

/** The notations of one telephone number. */
final class TelephoneSpelling {

    private TelephoneSpelling() {}

    /** One of the notations that clerks and exchanges use, now and then with a remark or a wrong digit. */
    static String written(String number, Chance chance) {
        String dialled = chance.happens(0.008) ? Slips.wrongDigit(number, chance) : number;
        String own = dialled.substring(1);
        return switch (chance.weighted(560, 90, 80, 90, 80, 60, 40)) {
            case 1 -> grouped(dialled, ".");
            case 2 -> grouped(dialled, " ");
            case 3 -> "+84" + own;
            case 4 -> "84" + own;
            case 5 -> own;
            case 6 -> grouped(dialled, " ") + chance.oneOf(" (me chau)", " (bo)", " (ba ngoai)", " (hang xom)");
            default -> dialled;
        };
    }

    /** {@code 0912.345.678}: the first four, then threes; what is left over stays with the last group. */
    static String grouped(String number, String separator) {
        return number.substring(0, 4) + separator + number.substring(4, 7) + separator + number.substring(7);
    }
}
