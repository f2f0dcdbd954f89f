package org.unifiedhotline.demo.people.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Text keyed in a TCVN3 (ABC) font and stored as if it were Latin-1: {@code Nguyễn Văn Hùng} → {@code NguyÔn V¨n Hïng}.
 * Capitals with a tone take the byte of the small letter, as the capitals fonts did. Source: TCVN 5712:1993.
 */
final class Tcvn3 {

    private static final String RESOURCE = "/org/unifiedhotline/demo/people/tcvn3-bytes.csv";
    private static final Map<Character, Character> BYTES = read();

    private Tcvn3() {}

    static String mojibake(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder written = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            written.append(byteOf(composed.charAt(i)));
        }
        return written.toString();
    }

    private static char byteOf(char letter) {
        Character own = BYTES.get(letter);
        if (own != null) {
            return own;
        }
        return BYTES.getOrDefault(
                String.valueOf(letter).toLowerCase(Locale.ROOT).charAt(0), letter);
    }

    /** The plain capitals Ă Â Ê Ô Ơ Ư Đ have bytes of their own; capitals with a tone are left to the capitals font. */
    private static Map<Character, Character> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tcvn3.class.getResourceAsStream(RESOURCE), RESOURCE), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> line.matches("[A-F][0-9A-F],."))
                    .filter(line -> Character.isLowerCase(line.charAt(3)) || "ĂÂÊÔƠƯĐ".indexOf(line.charAt(3)) >= 0)
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line.charAt(3), line -> (char) Integer.parseInt(line.substring(0, 2), 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
