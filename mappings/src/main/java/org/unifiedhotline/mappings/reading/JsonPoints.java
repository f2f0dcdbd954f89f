package org.unifiedhotline.mappings.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a flat JSON object of numbers, <code>{"lang_nghe":18,"thong_tin":17.5}</code>; members that are none are left out. */
public final class JsonPoints {
    private final String text;
    private int at;

    private JsonPoints(String text) {
        this.text = text;
    }

    /**
     * The points by name; values that are no numbers are left out.
     *
     * @throws RuntimeException if the text is not such an object; {@code null} is an empty one
     */
    public static Map<String, BigDecimal> read(String json) {
        return json.strip().equals("null") ? Map.of() : new JsonPoints(json).members();
    }

    private Map<String, BigDecimal> members() {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String name = string();
            expect(':');
            String value = peek() == '"' ? string() : bare();
            if (!value.isEmpty() && (Character.isDigit(value.charAt(0)) || value.charAt(0) == '-')) {
                points.put(name, new BigDecimal(value));
            }
            if (peek() == ',') {
                at++;
            }
        }
        return points;
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void expect(char sign) {
        if (peek() != sign) {
            throw new IllegalArgumentException("not an object of numbers");
        }
        at++;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            string.append(text.charAt(at++));
        }
        at++;
        return string.toString();
    }

    private String bare() {
        int start = at;
        while (",}".indexOf(text.charAt(at)) < 0) {
            if ("{[".indexOf(text.charAt(at)) >= 0) {
                throw new IllegalArgumentException("not a flat object");
            }
            at++;
        }
        return text.substring(start, at).strip();
    }
}
