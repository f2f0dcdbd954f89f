package org.unifiedhotline.mappings.standardization;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a telephone number of any notation and any year as the numbers that it may be today, in E.164 form.
 *
 * <p>Because mobiles lost a digit in 2018 and area codes changed in 2017, ten digits may be an old landline or a new
 * mobile: the date of writing decides, and where it cannot, both readings stay. The hotlines' own numbers and other
 * service numbers are nobody's and have no reading.
 */
public final class TelephoneReadings {

    private TelephoneReadings() {}

    /**
     * All readings of what was typed into a search box, whenever it may have been noted down: an old form finds the
     * line as it is today. Empty if it is no number.
     */
    public static List<String> ofQuery(String typed) {
        Set<String> readings = new LinkedHashSet<>();
        for (TelephoneText.Candidate candidate : TelephoneText.candidates(typed)) {
            readings.addAll(read(candidate, WrittenBetween.UNKNOWN));
        }
        return List.copyOf(readings);
    }

    /** The readings of one number as written in a text; likeliest first, empty if it was not understood. */
    static List<String> read(TelephoneText.Candidate candidate, WrittenBetween when) {
        String digits = candidate.digits();
        if (candidate.international()) {
            return digits.startsWith("84") ? vietnamese(digits.substring(2), when) : foreign(digits);
        }
        if (digits.startsWith("00") && digits.length() > 10) {
            return read(new TelephoneText.Candidate(digits.substring(2), true), when);
        }
        if (digits.startsWith("84") && digits.length() >= 11) {
            List<String> readings = vietnamese(digits.substring(2), when);
            return readings.isEmpty() ? foreign(digits) : readings;
        }
        List<String> readings = vietnamese(digits, when);
        return readings.isEmpty() && !digits.startsWith("0") && digits.length() >= 10 ? foreign(digits) : readings;
    }

    /** Whether the digits are the hotlines' own number or another service's: never a person's. */
    static boolean isService(String digits) {
        String bare = digits.startsWith("84") && digits.length() > 9 ? digits.substring(2) : withoutZero(digits);
        boolean shortNumber = bare.length() <= 4 && bare.startsWith("11");
        boolean serviceCode = bare.startsWith("1800") || bare.startsWith("1900");
        return shortNumber || (serviceCode && bare.length() >= 8 && bare.length() <= 10);
    }

    /** Readings of a Vietnamese number with its leading 0 or without. */
    private static List<String> vietnamese(String written, WrittenBetween when) {
        String digits = withoutZero(written);
        String mobile = MobilePrefixes.fromOld(digits);
        if (mobile == null && digits.length() == 10) {
            mobile = AreaCodes.today(digits);
        }
        if (mobile != null) {
            return List.of("+84" + mobile);
        }
        return ambiguous(digits, MobilePrefixes.since(digits), AreaCodes.fromOld(digits), when);
    }

    private static List<String> ambiguous(
            String digits, @Nullable LocalDate mobileSince, @Nullable String landline, WrittenBetween when) {
        if (mobileSince == null) {
            return landline == null ? List.of() : List.of("+84" + landline);
        }
        if (landline == null || (when.since(mobileSince) && when.since(AreaCodes.OLD_CODES_END))) {
            return List.of("+84" + digits);
        }
        if (when.before(mobileSince)) {
            return List.of("+84" + landline);
        }
        return when.equals(WrittenBetween.UNKNOWN)
                ? List.of("+84" + digits, "+84" + landline)
                : List.of("+84" + landline, "+84" + digits);
    }

    private static List<String> foreign(String digits) {
        return ForeignTelephones.isValid(digits) ? List.of("+" + digits) : List.of();
    }

    private static String withoutZero(String digits) {
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }
}
