package org.unifiedhotline.mappings.standardization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.IdentityNumber.IdentityKind;
import org.unifiedhotline.mappings.canonical.Sex;

/**
 * Standardizes numbers on documents of identity and checks them.
 *
 * <p>The kind follows from the number's form; what the source says decides only where the form does not. Checks never
 * reject: a number that fails is kept, not valid, with a flag that says why. The twelve digits are the province of
 * registration (or a country), century and sex, two digits of the year of birth, and six at random (Decree
 * 137/2015/NĐ-CP, article 13).
 */
public final class IdentityNumbers {
    private static final String FIELD = "identityNumbers";

    private IdentityNumbers() {}

    /**
     * A number of a document; null if none was given.
     *
     * @param said the kind that the source states; null if it states none
     * @param sex what the record says of the person's sex, for the check
     * @param birth what the record says of the person's birth, for the check
     */
    public static @Nullable IdentityNumber of(
            @Nullable String written, @Nullable IdentityKind said, Sex sex, @Nullable Birth birth, Flags flags) {
        if (written == null || NotGiven.isEmpty(written)) {
            return null;
        }
        if (said == IdentityKind.BIRTH_CERTIFICATE) {
            return birthCertificate(written, birth, flags);
        }
        String number = bare(written);
        IdentityKind kind = kind(number);
        if (kind == IdentityKind.UNKNOWN && said != null) {
            // The form fits no document: what the source says names the kind, and the number stays invalid.
            flags.add(FIELD, "wrong-form");
            return new IdentityNumber(written, said, number, false);
        }
        if (kind == IdentityKind.UNKNOWN) {
            flags.add(FIELD, "not-understood");
            return new IdentityNumber(written, kind, number, false);
        }
        if (said != null && said != kind && said != IdentityKind.UNKNOWN) {
            flags.add(FIELD, "kind-differs");
        }
        boolean valid = kind != IdentityKind.CITIZEN_NUMBER_12 || citizenNumberHolds(number, sex, birth, flags);
        return new IdentityNumber(written, kind, number, valid);
    }

    /** {@code number/year}, without leading zeros and what stands around it. */
    private static IdentityNumber birthCertificate(String written, @Nullable Birth birth, Flags flags) {
        int slash = written.indexOf('/');
        String number = slash < 0 ? "" : withoutZeros(digits(written.substring(0, slash)));
        String year =
                slash < 0 ? "" : leadingDigits(written.substring(slash + 1).strip());
        if (number.isEmpty() || year.length() != 4) {
            flags.add(FIELD, "wrong-form");
            return new IdentityNumber(written, IdentityKind.BIRTH_CERTIFICATE, bare(written), false);
        }
        boolean afterBirth =
                birth == null || Integer.parseInt(year) >= birth.from().getYear();
        if (!afterBirth) {
            flags.add(FIELD, "year-before-birth");
        }
        return new IdentityNumber(written, IdentityKind.BIRTH_CERTIFICATE, number + "/" + year, afterBirth);
    }

    private static IdentityKind kind(String number) {
        int letters = 0;
        while (letters < number.length() && number.charAt(letters) >= 'A' && number.charAt(letters) <= 'Z') {
            letters++;
        }
        int digits = number.length() - letters;
        if (leadingDigits(number.substring(letters)).length() != digits) {
            return IdentityKind.UNKNOWN;
        }
        if (letters == 0) {
            return switch (digits) {
                case 9 -> IdentityKind.IDENTITY_CARD_9;
                case 12 -> IdentityKind.CITIZEN_NUMBER_12;
                default -> IdentityKind.UNKNOWN;
            };
        }
        if (letters == 1) {
            return digits == 7 || digits == 8 ? IdentityKind.PASSPORT : IdentityKind.UNKNOWN;
        }
        return letters <= 4 && digits >= 4 && digits <= 8 ? IdentityKind.LAISSEZ_PASSER : IdentityKind.UNKNOWN;
    }

    private static boolean citizenNumberHolds(String number, Sex sex, @Nullable Birth birth, Flags flags) {
        boolean holds = true;
        if (number.charAt(0) == '0' && Places.standard().provinceName(Era.BEFORE, number.substring(1, 3)) == null) {
            flags.add(FIELD, "province-unknown");
            holds = false;
        }
        int centuryAndSex = number.charAt(3) - '0';
        boolean male = centuryAndSex % 2 == 0;
        if ((sex == Sex.MALE && !male) || (sex == Sex.FEMALE && male)) {
            flags.add(FIELD, "sex-differs");
            holds = false;
        }
        int year = (19 + centuryAndSex / 2) * 100 + Integer.parseInt(number, 4, 6, 10);
        if (birth != null && (year < birth.from().getYear() || year > birth.to().getYear())) {
            flags.add(FIELD, "birth-year-differs");
            holds = false;
        }
        return holds;
    }

    /** Upper-case letters and digits only. */
    private static String bare(String written) {
        StringBuilder bare = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char letter = written.charAt(at);
            if (Character.isLetterOrDigit(letter)) {
                bare.append(letter);
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(letter -> letter >= '0' && letter <= '9').forEach(digit -> digits.append((char) digit));
        return digits.toString();
    }

    private static String leadingDigits(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return text.substring(0, end);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
