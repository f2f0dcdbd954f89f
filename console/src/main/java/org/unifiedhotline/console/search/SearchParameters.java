package org.unifiedhotline.console.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.searchindex.queries.Attribute;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.SearchFilters;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.SortBy;

/** The parameters of a search as given: each known by name, several values of a filter repeated or joined by commas. */
public final class SearchParameters {
    private static final int USUAL_SIZE = 20;
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                            "q",
                            "size",
                            "cursor",
                            "facets",
                            "sort",
                            "bornFrom",
                            "bornTo",
                            "lastContactFrom",
                            "lastContactTo"),
                    Arrays.stream(Attribute.values()).map(Attribute::word))
            .collect(Collectors.toUnmodifiableSet());

    /** The text, and what changes the form of the answer: no filters. */
    private static final Set<String> OF_FORM = Set.of("q", "size", "cursor", "facets", "sort");

    private final Map<String, List<String>> given;

    /** The parameters by name, each with its values. */
    public SearchParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * The request that these parameters make.
     *
     * @throws IllegalArgumentException naming the parameter that is unknown or has a value it cannot have
     */
    public SearchRequest request(ReaderScope scope) {
        requireKnownNames();
        String text = one("q");
        Integer size = number("size");
        Boolean facets = truth("facets");
        return new SearchRequest(
                text == null ? "" : text,
                filters(),
                sort(),
                size == null ? USUAL_SIZE : size,
                one("cursor"),
                facets == null || facets,
                scope);
    }

    /** The text and the filters as they were understood, by name: what is told of a search on record, without filling. */
    public Map<String, String> understood() {
        Map<String, String> understood = new TreeMap<>();
        String text = one("q");
        if (text != null) {
            understood.put("q", text);
        }
        Map<String, String> filters = new TreeMap<>();
        given.forEach((name, values) -> {
            if (!OF_FORM.contains(name) && !several(name).isEmpty()) {
                filters.put(name, String.join(",", new TreeSet<>(several(name))));
            }
        });
        if (!filters.isEmpty()) {
            understood.put("filters", filters.toString());
        }
        return understood;
    }

    /**
     * Makes sure that a search takes them.
     *
     * @throws IllegalArgumentException as {@link #request}
     */
    public void check() {
        request(ReaderScope.all());
    }

    private SearchFilters filters() {
        Map<Attribute, Set<String>> values = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            values.put(attribute, several(attribute.word()));
        }
        return new SearchFilters(
                values, number("bornFrom"), number("bornTo"), day("lastContactFrom"), day("lastContactTo"));
    }

    private SortBy sort() {
        String value = one("sort");
        return value == null
                ? SortBy.RELEVANCE
                : SortBy.named(value)
                        .orElseThrow(() -> new IllegalArgumentException("'sort' is one of "
                                + Arrays.stream(SortBy.values())
                                        .map(SortBy::word)
                                        .toList()));
    }

    private @Nullable LocalDate day(String name) {
        String value = one(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("'" + name + "' is a day such as 2026-11-22", malformed);
        }
    }

    private void requireKnownNames() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are parameters that a search does not have; it has " + new TreeSet<>(NAMES));
        }
    }

    private @Nullable String one(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new IllegalArgumentException("'" + name + "' is given once");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    private @Nullable Integer number(String name) {
        String value = one(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("'" + name + "' is a number of at most four digits");
        }
        return Integer.valueOf(value);
    }

    private @Nullable Boolean truth(String name) {
        String value = one(name);
        if (value == null) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("'" + name + "' is true or false");
        }
        return Boolean.valueOf(value);
    }

    private Set<String> several(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(joined -> Arrays.stream(joined.split(",", -1)))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
