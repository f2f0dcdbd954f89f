package org.unifiedhotline.mappings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.hotline.HotlineMappers;
import org.unifiedhotline.mappings.reading.ArrayLiteral;
import org.unifiedhotline.mappings.reading.JsonPoints;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.mappings.switchboard.SwitchboardMappers;

/** Columns of codes that no constraint of a legacy database holds, so that people can have typed anything there. */
public final class OpenCodes {
    /** Stands in the place of what is no code. It is none itself, so that the row is understood as it was. */
    public static final String NO_CODE = "?";

    private static final Map<String, Predicate<String>> BY_COLUMN = new HashMap<>();
    private static final Set<String> LISTS = Set.of("hotline/case_file/exploitation");

    /** Columns that hold a JSON object of points, by names that are codes. */
    private static final Set<String> POINTS = Set.of("switchboard/qms_danh_gia/tieu_chi");

    private static final Pattern OBJECT_OF_POINTS =
            Pattern.compile("\\{\\s*(\"([a-z0-9_]{1,40})\"\\s*:\\s*[0-9.]{1,8}\\s*,?\\s*){0,40}}");
    private static final int LONGEST_POINTS = 8;

    static {
        BY_COLUMN.putAll(SwitchboardMappers.openCodes());
        BY_COLUMN.putAll(HotlineMappers.openCodes());
    }

    private OpenCodes() {}

    /** Whether this is a code of such a column. */
    public static boolean isCode(SourceTable table, String column, String value) {
        Predicate<String> codes = BY_COLUMN.get(table + "/" + column);
        return codes != null && codes.test(value);
    }

    /**
     * A value without what is no code; as it is where all of it are codes, and in columns of another kind.
     *
     * @param value as captured: a text, a list of texts, or PostgreSQL's text of one
     */
    public static @Nullable Object only(SourceTable table, String column, @Nullable Object value) {
        if (!BY_COLUMN.containsKey(table + "/" + column)) {
            return value;
        }
        if (POINTS.contains(table + "/" + column)) {
            return value == null ? null : points(table, value.toString());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> one(table, column, item)).toList();
        }
        return value instanceof String text && isArray(text) && LISTS.contains(table + "/" + column)
                ? each(table, column, ArrayLiteral.items(text), value)
                : one(table, column, value);
    }

    /** The points of an assessment under names that are codes, without what is longer than points are. */
    public static Map<String, BigDecimal> points(SourceTable table, Map<String, BigDecimal> written) {
        Map<String, BigDecimal> points = new TreeMap<>(written);
        points.entrySet()
                .removeIf(one -> !isCode(table, "tieu_chi", one.getKey())
                        || one.getValue().toPlainString().length() > LONGEST_POINTS);
        return points;
    }

    private static @Nullable String points(SourceTable table, String json) {
        Map<String, BigDecimal> written;
        try {
            written = JsonPoints.read(json);
        } catch (RuntimeException noPoints) {
            return null;
        }
        Map<String, BigDecimal> points = points(table, written);
        if (points.size() == written.size() && OBJECT_OF_POINTS.matcher(json).matches()) {
            return json;
        }
        return points.isEmpty()
                ? null
                : points.entrySet().stream()
                        .map(one ->
                                "\"" + one.getKey() + "\": " + one.getValue().toPlainString())
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static boolean isArray(String text) {
        return text.matches("(?s)\\s*(\\[[^{]*=)?\\{.*\\}\\s*");
    }

    private static Object each(SourceTable table, String column, List<String> items, Object value) {
        return items.stream().allMatch(item -> isCode(table, column, item))
                ? value
                : items.stream().map(item -> one(table, column, item)).toList();
    }

    private static @Nullable Object one(SourceTable table, String column, @Nullable Object value) {
        return value == null || (value instanceof String text && isCode(table, column, text)) ? value : NO_CODE;
    }
}
