package org.unifiedhotline.mappings.standardization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mobile prefixes of today and the eleven-digit ones that they replaced on 15 September 2018; without the leading 0. */
final class MobilePrefixes {
    private static final LocalDate CHANGE = LocalDate.of(2018, 9, 15);

    private static final Map<String, String> NEW_BY_OLD = new HashMap<>();

    /** Since when a number with these two digits may be a mobile. */
    private static final Map<String, LocalDate> SINCE = new HashMap<>();

    static {
        String[] changed = {
            "120 70", "121 79", "122 77", "126 76", "128 78", "123 83", "124 84", "125 85", "127 81", "129 82",
            "162 32", "163 33", "164 34", "165 35", "166 36", "167 37", "168 38", "169 39", "186 56", "188 58", "199 59"
        };
        for (String change : changed) {
            NEW_BY_OLD.put(change.substring(0, 3), change.substring(4));
            SINCE.put(change.substring(4), CHANGE);
        }
        SINCE.put("52", CHANGE);
        SINCE.put("55", CHANGE);
        SINCE.put("87", CHANGE);
        // Ten-digit 08x mobiles were given out while Hồ Chí Minh City's landlines still began so: never decided by
        // date.
        for (String early : new String[] {"86", "88", "89"}) {
            SINCE.put(early, LocalDate.MIN);
        }
        for (int nine = 90; nine <= 99; nine++) {
            SINCE.put(Integer.toString(nine), LocalDate.MIN);
        }
    }

    private MobilePrefixes() {}

    /** Nine digits of today for ten of an old eleven-digit number (with its 0); null if it is none. */
    static @Nullable String fromOld(String digits) {
        if (digits.length() != 10) {
            return null;
        }
        String today = NEW_BY_OLD.get(digits.substring(0, 3));
        return today == null ? null : today + digits.substring(3);
    }

    /** The day since when nine digits may be a mobile number; null if they are none. */
    static @Nullable LocalDate since(String digits) {
        return digits.length() == 9 ? SINCE.get(digits.substring(0, 2)) : null;
    }
}
