package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

/**
 * Where a page stopped: behind which person, in an order that depends on the documents alone.
 *
 * @param rank the last hit's value of what hits are sorted by: its score, a time in milliseconds, a year, a sort key
 */
record Cursor(String request, Tolerance tolerance, FieldValue rank, MasterId last) {

    /** Text for the reader. Sorted by name it holds that sort key, as the search's own address holds what was typed. */
    String text() {
        String all = String.join("|", request, tolerance.name(), written(rank), last.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.US_ASCII));
    }

    private static String written(FieldValue rank) {
        return switch (rank._kind()) {
            case Double -> "d" + rank.doubleValue();
            case Long -> "l" + rank.longValue();
            case String -> "s" + rank.stringValue();
            case Null -> "n";
            case Boolean, Any -> throw new IllegalStateException("nothing is sorted by such a value");
        };
    }

    private static FieldValue read(String written) {
        String value = written.substring(1);
        return switch (written.charAt(0)) {
            case 'd' -> FieldValue.of(Double.parseDouble(value));
            case 'l' -> FieldValue.of(Long.parseLong(value));
            case 's' -> FieldValue.of(value);
            case 'n' -> FieldValue.NULL;
            default -> throw new IllegalArgumentException("no such rank");
        };
    }

    /**
     * Reads a cursor that was given with an earlier page.
     *
     * @throws IllegalArgumentException if it is none, or belongs to another request
     */
    static Cursor of(String text, SearchRequest request) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\|", -1);
        if (parts.length != 4 || parts[2].isEmpty() || !parts[0].equals(mark(request))) {
            throw new IllegalArgumentException("the cursor does not belong to this search");
        }
        return new Cursor(parts[0], Tolerance.valueOf(parts[1]), read(parts[2]), MasterId.of(parts[3]));
    }

    /** Tells one request from another: text, filters, order and scope, not size. Short, and of no use to guess the text by. */
    static String mark(SearchRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical(request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String canonical(SearchRequest request) {
        return Stream.of(
                        request.text(),
                        request.sort().word(),
                        request.filters().canonical(),
                        new Scope(request.scope()).canonical())
                .collect(Collectors.joining("\n"));
    }

    /** What the search goes on behind, in the order of its sort. */
    List<FieldValue> after() {
        return List.of(rank, FieldValue.of(last.toString()));
    }
}
