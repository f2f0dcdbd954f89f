package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.spelling.WrittenBirth;

/** A date of birth as the hotline keeps it: what is finer than the precision is filled with 01. */
record BirthWithPrecision(@Nullable LocalDate date, String precision, WrittenBirth.Extent extent) {

    static BirthWithPrecision heard(LocalDate birth, Chance chance) {
        LocalDate heard = chance.happens(0.02) ? birth.plusDays(chance.between(-360, 360)) : birth;
        return switch (chance.weighted(780, 40, 130, 25, 25)) {
            case 1 -> new BirthWithPrecision(heard.withDayOfMonth(1), "M", WrittenBirth.Extent.MONTH);
            case 2 -> new BirthWithPrecision(heard.withDayOfYear(1), "Y", WrittenBirth.Extent.YEAR);
            case 3 -> new BirthWithPrecision(null, "D", WrittenBirth.Extent.NONE);
            case 4 -> new BirthWithPrecision(swapped(heard), "D", WrittenBirth.Extent.DAY);
            default -> new BirthWithPrecision(heard, "D", WrittenBirth.Extent.DAY);
        };
    }

    /** Month and day exchanged where that is a date. */
    private static LocalDate swapped(LocalDate day) {
        return day.getDayOfMonth() > 12 ? day : LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
    }
}
