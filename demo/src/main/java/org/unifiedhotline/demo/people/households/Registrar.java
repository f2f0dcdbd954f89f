package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.places.Place;

/** Issues papers with the structure that the law gives them. */
final class Registrar {

    private Registrar() {}

    static Papers papers(Sex sex, LocalDate birth, Place registered, Home home, Chance chance) {
        String province = registered.on(birth).provinceCode();
        String card = oldCard(registered.before().provinceCode(), chance);
        boolean otherProvince = !home.first()
                .before()
                .provinceCode()
                .equals(home.second().before().provinceCode());
        return new Papers(
                card,
                otherProvince ? oldCard(home.second().before().provinceCode(), chance) : card,
                citizenNumber(province, sex, birth, chance),
                chance.happens(0.2) ? chance.oneOf("B", "C", "N", "P") + chance.digits(chance.between(7, 8)) : null,
                chance.between(1, 420) + "/"
                        + birth.plusDays(chance.between(3, 200)).getYear());
    }

    /**
     * Three digits of the province, one for century and sex (2 × (century − 20) + sex, female 1), two of the year, six random.
     */
    static String citizenNumber(String provinceCode, Sex sex, LocalDate birth, Chance chance) {
        int century = birth.getYear() / 100 + 1;
        int centuryAndSex = 2 * (century - 20) + (sex == Sex.FEMALE ? 1 : 0);
        int year = birth.getYear() % 100;
        return "0" + provinceCode + centuryAndSex + year / 10 + year % 10 + chance.digits(6);
    }

    /** Nine digits that begin with a province; one card in two hundred has a number that others may have too. */
    private static String oldCard(String provinceCode, Chance chance) {
        String series = chance.happens(0.005) ? "00000" + chance.digits(2) : chance.digits(7);
        return provinceCode + series;
    }
}
