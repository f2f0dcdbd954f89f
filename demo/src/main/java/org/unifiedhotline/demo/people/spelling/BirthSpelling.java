package org.unifiedhotline.demo.people.spelling;

import java.time.LocalDate;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.spelling.WrittenBirth.Extent;

/** Dates of birth as the switchboard's clerks write them. */
final class BirthSpelling {

    private BirthSpelling() {}

    static WrittenBirth written(LocalDate birth, Chance chance) {
        LocalDate heard = chance.happens(0.02) ? birth.plusDays(chance.between(-3, 3)) : birth;
        int day = heard.getDayOfMonth();
        int month = heard.getMonthValue();
        int year = chance.happens(0.015) ? heard.getYear() + (chance.happens(0.5) ? 1 : -1) : heard.getYear();
        return switch (chance.weighted(640, 50, 30, 90, 45, 25, 120)) {
            case 1 -> new WrittenBirth("00/" + two(month) + "/" + year, Extent.MONTH);
            case 2 -> new WrittenBirth("00/00/" + year, Extent.YEAR);
            case 3 -> new WrittenBirth(String.valueOf(year), Extent.YEAR);
            case 4 -> new WrittenBirth(day + "/" + month + "/" + two(year % 100), Extent.DAY);
            case 5 -> new WrittenBirth(date(day <= 12 ? month : day, day <= 12 ? day : month, year), Extent.DAY);
            case 6 -> new WrittenBirth(null, Extent.NONE);
            default -> new WrittenBirth(date(day, month, year), Extent.DAY);
        };
    }

    private static String date(int first, int second, int year) {
        return two(first) + "/" + two(second) + "/" + year;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
