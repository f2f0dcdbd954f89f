package org.unifiedhotline.mappings.standardization;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Numbers of other countries, which libphonenumber knows. */
final class ForeignTelephones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private ForeignTelephones() {}

    /** Whether digits that begin with a country code other than Vietnam's are a number there. */
    static boolean isValid(String digits) {
        if (digits.length() < 8 || digits.length() > 15 || digits.startsWith("0") || digits.startsWith("84")) {
            return false;
        }
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse("+" + digits, null));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
