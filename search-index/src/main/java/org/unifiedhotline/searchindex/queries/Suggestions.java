package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.documents.PersonDocument;
import org.unifiedhotline.searchindex.indexing.HiddenRecords;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;
import org.unifiedhotline.searchindex.server.SearchServer;

/** What a text that is being typed may become: people, places, case numbers; a few of each, fast. */
public final class Suggestions {
    private static final int MOST = 5;
    private static final int SHORTEST = 2;
    private static final Pattern CASE_BEGINNING =
            Pattern.compile("\\b(TE|MB)[- ]?(\\d{1,4})(?:[- ]?(\\d{0,6}))?$", Pattern.CASE_INSENSITIVE);
    private static final int DIGITS_OF_YEAR_TE = 4;
    private static final int DIGITS_OF_YEAR_MB = 2;
    private static final int DIGITS_TE = 6;
    private static final int DIGITS_MB = 5;

    private final PeopleIndex index;
    private final PlaceSuggestions places;

    /** Suggestions from the index behind an alias; asks nothing of the server yet. */
    public Suggestions(SearchServer server, String alias, HiddenRecords hidden) {
        this.index = new PeopleIndex(server, alias, hidden);
        this.places = new PlaceSuggestions(index);
    }

    /**
     * Suggestions for a text: case numbers, then people, then places; none for a text of fewer than two characters.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached or cannot answer
     * @throws IllegalArgumentException if the text is longer than a search may be
     */
    public List<Suggestion> of(String typed, ReaderScope scope) {
        if (typed.length() > SearchRequest.LONGEST_TEXT) {
            throw new IllegalArgumentException("a search has " + SearchRequest.LONGEST_TEXT + " characters at most");
        }
        String text = typed.stripLeading();
        if (text.strip().length() < SHORTEST) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>(cases(text, scope));
        if (all.isEmpty()) {
            all.addAll(people(text, scope));
            all.addAll(places.of(text, scope, MOST));
        }
        return List.copyOf(all);
    }

    private List<Suggestion> people(String text, ReaderScope within) {
        Understanding understanding = Understanding.of(text);
        if (understanding.isEmpty()) {
            return List.of();
        }
        List<Suggestion> strict = people(understanding, Tolerance.STRICT, within);
        return strict.isEmpty() && !understanding.words().isEmpty()
                ? people(understanding, Tolerance.SLIPS, within)
                : strict;
    }

    private List<Suggestion> people(Understanding understanding, Tolerance tolerance, ReaderScope within) {
        Scope scope = new Scope(within);
        Query query = PersonQuery.ofUnfinished(understanding, tolerance, scope).filteredBy(List.of());
        return hits(query, scope, understanding).stream()
                .map(hit -> (Suggestion) new Suggestion.Person(
                        hit.masterId(),
                        hit.displayName(),
                        hit.births(),
                        hit.roles(),
                        hit.homes().stream().findFirst().orElse(null)))
                .toList();
    }

    private List<Suggestion> cases(String text, ReaderScope within) {
        Matcher matcher = CASE_BEGINNING.matcher(text.strip());
        if (!matcher.find()) {
            return List.of();
        }
        List<String> beginnings = beginnings(matcher);
        Scope scope = new Scope(within);
        Query query = scope.inARecord(Queries.best(beginnings.stream()
                .flatMap(beginning -> List.of(
                        Queries.scored(2, Queries.prefix(scope.told("caseNumbers"), beginning)),
                        Queries.scored(1, scope.beside(Queries.prefix(Queries.relative("caseNumbers"), beginning))))
                        .stream())
                .toList()));
        List<Suggestion> found = new ArrayList<>();
        for (SearchHit hit : hits(query, scope, Understanding.of(text))) {
            hit.caseNumbers().stream()
                    .filter(number -> beginnings.stream().anyMatch(number::startsWith))
                    .filter(number -> found.stream()
                            .noneMatch(one -> one instanceof Suggestion.CaseNumber same
                                    && same.number().equals(number)))
                    .forEach(number -> found.add(new Suggestion.CaseNumber(number, hit.masterId(), hit.displayName())));
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** As it stands so far, and behind zeros, which people leave out. */
    private static List<String> beginnings(Matcher typed) {
        String line = typed.group(1).toUpperCase(Locale.ROOT);
        boolean switchboard = line.equals("TE");
        String year = typed.group(2);
        String number = typed.group(3) == null ? "" : typed.group(3);
        if (year.length() < (switchboard ? DIGITS_OF_YEAR_TE : DIGITS_OF_YEAR_MB)) {
            return List.of(line + "-" + year);
        }
        if (!switchboard && year.length() > DIGITS_OF_YEAR_MB) {
            number = year.substring(DIGITS_OF_YEAR_MB) + number;
            year = year.substring(0, DIGITS_OF_YEAR_MB);
        }
        String begins = line + "-" + year + "-";
        int width = switchboard ? DIGITS_TE : DIGITS_MB;
        List<String> all = new ArrayList<>();
        for (int zeros = 0; zeros + number.length() <= width; zeros++) {
            all.add(begins + "0".repeat(zeros) + number);
        }
        return number.isEmpty() ? List.of(begins) : all;
    }

    private List<SearchHit> hits(Query query, Scope scope, Understanding understanding) {
        HitReader reader = new HitReader(scope, new Highlighter(understanding, false));
        return index
                .search(
                        "suggestions",
                        query,
                        search -> search.size(MOST)
                                .trackTotalHits(track -> track.enabled(false))
                                .sort(SortBy.RELEVANCE.options(scope)),
                        PersonDocument.class)
                .hits()
                .hits()
                .stream()
                .map(Hit<PersonDocument>::source)
                .filter(Objects::nonNull)
                .map(person -> reader.read(person, 0))
                .toList();
    }
}
