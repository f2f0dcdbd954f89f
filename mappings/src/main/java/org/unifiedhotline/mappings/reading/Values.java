package org.unifiedhotline.mappings.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns captured values into types; throws any {@link RuntimeException} for what is not of the type. */
final class Values {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** How a zero time of a NOT NULL column reaches us: readers of the log put the epoch in its place. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private Values() {}

    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            case Boolean flag -> flag.toString();
            default -> throw new IllegalArgumentException("not text");
        };
    }

    static Long number(Object value) {
        return switch (value) {
            case Long number -> number;
            case BigDecimal number -> number.longValueExact();
            case Double number -> BigDecimal.valueOf(number).longValueExact();
            case Boolean flag -> flag ? 1L : 0L;
            case String text -> Long.valueOf(text.strip());
            default -> throw new IllegalArgumentException("not a number");
        };
    }

    static Integer integer(Object value) {
        return Math.toIntExact(number(value));
    }

    static BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case Double number -> BigDecimal.valueOf(number);
            case String text -> new BigDecimal(text.strip());
            default -> throw new IllegalArgumentException("not a decimal");
        };
    }

    static Boolean flag(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Long number -> number != 0;
            case String text ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "1", "t", "true" -> true;
                    case "0", "f", "false" -> false;
                    default -> throw new IllegalArgumentException("not a flag");
                };
            default -> throw new IllegalArgumentException("not a flag");
        };
    }

    static List<String> texts(Object value) {
        return switch (value) {
            case List<?> list -> {
                List<String> texts = new ArrayList<>(list.size());
                for (Object item : list) {
                    if (item != null) {
                        texts.add((String) item);
                    }
                }
                yield texts;
            }
            case String literal -> ArrayLiteral.items(literal);
            default -> throw new IllegalArgumentException("not a list");
        };
    }

    static @Nullable LocalDate date(Object value) {
        String text = (String) value;
        if (text.startsWith("0000-00-00")) {
            return null;
        }
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    static @Nullable Instant instant(Object value) {
        String text = (String) value;
        if (text.startsWith("0000-00-00")) {
            return null;
        }
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        if (iso.endsWith("Z")) {
            return Instant.parse(iso);
        }
        if (hasOffset(iso)) {
            return OffsetDateTime.parse(iso.charAt(iso.length() - 3) == ':' ? iso : iso + ":00")
                    .toInstant();
        }
        LocalDateTime local = LocalDateTime.parse(iso);
        return local.equals(EPOCH) ? null : local.atZone(VIETNAM).toInstant();
    }

    private static boolean hasOffset(String iso) {
        return iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
    }
}
