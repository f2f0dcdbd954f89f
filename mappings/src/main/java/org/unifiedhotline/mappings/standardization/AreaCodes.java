package org.unifiedhotline.mappings.standardization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Landline area codes before and since 2017; none holds the leading 0. */
final class AreaCodes {
    /**
     * When the last codes changed and the old ones stopped being put through: the third phase on 17 June 2017, and a
     * month beside the new ones.
     */
    static final LocalDate OLD_CODES_END = LocalDate.of(2017, 7, 17);

    private static final Map<String, String> NEW_BY_OLD = new HashMap<>();
    private static final Set<String> NEW = new HashSet<>();

    static {
        for (String[] row : ReferenceTable.rows("area-codes-2017.csv", true)) {
            NEW_BY_OLD.put(row[1], row[2]);
            NEW.add(row[2]);
        }
    }

    private AreaCodes() {}

    /** Today's form, without the 0, of a landline number in today's form; null if it is none. */
    static @Nullable String today(String digits) {
        boolean bigCity = digits.startsWith("24") || digits.startsWith("28");
        int code = bigCity ? 2 : 3;
        boolean whole =
                digits.length() == 10 && NEW.contains(digits.substring(0, code)) && isSubscriber(digits.charAt(code));
        return whole ? digits : null;
    }

    /** Today's form, without the 0, of a landline number with an area code of before 2017; null if it is none. */
    static @Nullable String fromOld(String digits) {
        for (int code = 1; code <= 3 && code < digits.length(); code++) {
            String today = NEW_BY_OLD.get(digits.substring(0, code));
            int subscriber = code == 1 ? 8 : 7;
            if (today != null && digits.length() == code + subscriber && isSubscriber(digits.charAt(code))) {
                return today + digits.substring(code);
            }
        }
        return null;
    }

    /** A subscriber's number begins with its operator's digit, 2 to 7. */
    private static boolean isSubscriber(char first) {
        return first >= '2' && first <= '7';
    }
}
