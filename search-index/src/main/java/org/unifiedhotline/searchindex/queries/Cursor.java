package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.queries.ReaderScope.EveryCentre;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

/**
 * Where a page stopped: behind which person, in an order that depends on the documents alone.
 *
 * @param rank the last hit's score, or for an empty text the time of its last change in milliseconds
 */
record Cursor(String request, Tolerance tolerance, double rank, MasterId last) {

    /** Text for the reader; it holds no value of a person. */
    String text() {
        String all = String.join("|", request, tolerance.name(), Double.toString(rank), last.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads a cursor that was given with an earlier page.
     *
     * @throws IllegalArgumentException if it is none, or belongs to another request
     */
    static Cursor of(String text, SearchRequest request) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\|", -1);
        if (parts.length != 4 || !parts[0].equals(mark(request))) {
            throw new IllegalArgumentException("the cursor does not belong to this search");
        }
        return new Cursor(parts[0], Tolerance.valueOf(parts[1]), Double.parseDouble(parts[2]), MasterId.of(parts[3]));
    }

    /** Tells one request from another: text, filters and scope, not size. Short, and of no use to guess the text by. */
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
        SearchFilters filters = request.filters();
        ReaderScope scope = request.scope();
        Set<?> centres = switch (scope.centres()) {
            case EveryCentre ignored -> Set.of("every");
            case OnlyCentres only -> only.centres();
        };
        return Stream.of(
                        List.of(request.text()),
                        sorted(filters.sources()),
                        sorted(filters.roles()),
                        sorted(filters.centres()),
                        sorted(filters.provinces()),
                        sorted(filters.sexes()),
                        List.of(filters.bornFrom() + "-" + filters.bornTo()),
                        List.of(filters.openReferral() + "-" + filters.returned()),
                        sorted(filters.caseKinds()),
                        sorted(filters.exploitation()),
                        sorted(filters.channels()),
                        sorted(scope.sources()),
                        sorted(centres))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> sorted(Set<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }

    /** What the search goes on behind, in the order of its sort. */
    List<FieldValue> after(boolean byChange) {
        FieldValue first = byChange ? FieldValue.of((long) rank) : FieldValue.of(rank);
        return List.of(first, FieldValue.of(last.toString()));
    }
}
