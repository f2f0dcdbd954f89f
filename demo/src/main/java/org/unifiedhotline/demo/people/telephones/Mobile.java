package org.unifiedhotline.demo.people.telephones;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mobile line. Until 15 September 2018 part of them had eleven digits; the last seven digits stayed.
 *
 * @param today ten digits with the leading zero
 */
public record Mobile(String today) implements Line {

    /** The day on which the eleven-digit numbers began to change. */
    static final LocalDate TEN_DIGITS = LocalDate.of(2018, 9, 15);

    private static final Pattern TEN_DIGIT_NUMBER = Pattern.compile("0\\d{9}");

    private static final Map<String, String> ELEVEN_DIGIT_PREFIX = Map.ofEntries(
            Map.entry("070", "0120"),
            Map.entry("079", "0121"),
            Map.entry("077", "0122"),
            Map.entry("076", "0126"),
            Map.entry("078", "0128"),
            Map.entry("083", "0123"),
            Map.entry("084", "0124"),
            Map.entry("085", "0125"),
            Map.entry("081", "0127"),
            Map.entry("082", "0129"),
            Map.entry("032", "0162"),
            Map.entry("033", "0163"),
            Map.entry("034", "0164"),
            Map.entry("035", "0165"),
            Map.entry("036", "0166"),
            Map.entry("037", "0167"),
            Map.entry("038", "0168"),
            Map.entry("039", "0169"),
            Map.entry("056", "0186"),
            Map.entry("058", "0188"),
            Map.entry("059", "0199"));

    public Mobile {
        if (!TEN_DIGIT_NUMBER.matcher(today).matches()) {
            throw new IllegalArgumentException("a mobile number has ten digits today");
        }
    }

    @Override
    public String numberOn(LocalDate day) {
        String old = ELEVEN_DIGIT_PREFIX.get(today.substring(0, 3));
        return old == null || !day.isBefore(TEN_DIGITS) ? today : old + today.substring(3);
    }
}
