package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.unifiedhotline.demo.people.chance.Chance;

/** Days of birth. */
final class Births {

    private Births() {}

    /** A day in the years given, both included; one in thirty is registered as 1 January. */
    static LocalDate between(int firstYear, int lastYear, Chance chance) {
        LocalDate day = chance.day(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
        return chance.happens(0.03) ? day.withDayOfYear(1) : day;
    }
}
