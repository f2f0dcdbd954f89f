package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's true papers. Which of them exists on a day depends on the age and on the law of the time.
 *
 * @param oldCard nine digits (CMND); issued from fourteen years of age until 2020
 * @param oldCardAfterMove the number of the card reissued after a move to another province, or the same
 * @param citizenNumber twelve digits (CCCD, personal identification number), the same for life
 * @param passport a letter and seven or eight digits; {@code null} for most
 * @param birthCertificate number and year, unique within the issuing commune only
 */
public record Papers(
        String oldCard,
        String oldCardAfterMove,
        String citizenNumber,
        @Nullable String passport,
        String birthCertificate) {

    /** The day on which cards with twelve digits began, and with them numbers for the newly born. */
    public static final LocalDate CITIZEN_NUMBERS_BEGIN = LocalDate.of(2016, 1, 1);

    private static final LocalDate OLD_CARDS_END = LocalDate.of(2021, 1, 1);

    /** The number that a person would show on a day: 12 digits, 9 digits, or {@code null} for one who has none yet. */
    public @Nullable String numberOn(LocalDate day, LocalDate birth, LocalDate moved) {
        boolean hasCitizenNumber = !birth.isBefore(CITIZEN_NUMBERS_BEGIN) || !day.isBefore(OLD_CARDS_END);
        if (hasCitizenNumber) {
            return citizenNumber;
        }
        boolean oldEnough = !birth.plusYears(14).isAfter(day);
        return !oldEnough ? null : day.isBefore(moved) ? oldCard : oldCardAfterMove;
    }
}
