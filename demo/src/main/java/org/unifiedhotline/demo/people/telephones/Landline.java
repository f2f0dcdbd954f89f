package org.unifiedhotline.demo.people.telephones;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A line in a house or an office. Area codes changed province by province from February to June 2017; here all change on
 * the last of these days.
 *
 * @param areaBefore area code without the zero, as before 2017
 * @param areaSince area code without the zero, as since 2017
 * @param subscriber seven digits, or eight in Hà Nội and Hồ Chí Minh City
 */
public record Landline(String areaBefore, String areaSince, String subscriber) implements Line {

    /** The day on which the last provinces changed their area codes. */
    static final LocalDate NEW_AREA_CODES = LocalDate.of(2017, 6, 17);

    private static final Pattern SUBSCRIBER = Pattern.compile("\\d{7,8}");

    public Landline {
        if (!SUBSCRIBER.matcher(subscriber).matches()) {
            throw new IllegalArgumentException("a subscriber's number has seven or eight digits");
        }
    }

    @Override
    public String numberOn(LocalDate day) {
        return "0" + (day.isBefore(NEW_AREA_CODES) ? areaBefore : areaSince) + subscriber;
    }

    @Override
    public String today() {
        return "0" + areaSince + subscriber;
    }
}
