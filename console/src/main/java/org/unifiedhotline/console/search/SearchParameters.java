package org.unifiedhotline.console.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.SearchFilters;
import org.unifiedhotline.searchindex.queries.SearchRequest;

/** The parameters of a search as given: each known by name, several values of a filter repeated or joined by commas. */
final class SearchParameters {
    private static final int USUAL_SIZE = 20;
    private static final Set<String> NAMES = Set.of(
            "q",
            "size",
            "cursor",
            "facets",
            "source",
            "role",
            "centre",
            "province",
            "sex",
            "bornFrom",
            "bornTo",
            "openReferral",
            "returned",
            "caseKind",
            "exploitation",
            "channel");

    private final Map<String, List<String>> given;

    SearchParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * The request that these parameters make.
     *
     * @throws IllegalArgumentException naming the parameter that is unknown or has a value it cannot have
     */
    SearchRequest request(ReaderScope scope) {
        requireKnownNames();
        String text = one("q");
        Integer size = number("size");
        Boolean facets = truth("facets");
        return new SearchRequest(
                text == null ? "" : text,
                filters(),
                size == null ? USUAL_SIZE : size,
                one("cursor"),
                facets == null || facets,
                scope);
    }

    private SearchFilters filters() {
        return new SearchFilters(
                several("source", SourceSystem::of),
                several("role", PersonRole::valueOf),
                several("centre", Centre::valueOf),
                several("province", Function.identity()),
                several("sex", Sex::valueOf),
                number("bornFrom"),
                number("bornTo"),
                truth("openReferral"),
                truth("returned"),
                several("caseKind", Function.identity()),
                several("exploitation", Function.identity()),
                several("channel", Channel::valueOf));
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

    private <T> Set<T> several(String name, Function<String, T> read) {
        Stream<String> values = given.getOrDefault(name, List.of()).stream()
                .flatMap(joined -> Arrays.stream(joined.split(",", -1)))
                .filter(value -> !value.isEmpty());
        try {
            return values.map(read).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException noSuchValue) {
            throw new IllegalArgumentException("'" + name + "' has a value that is not one of its own", noSuchValue);
        }
    }
}
