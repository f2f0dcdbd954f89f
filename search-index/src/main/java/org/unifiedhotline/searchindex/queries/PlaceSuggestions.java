package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.mappings.standardization.Folding.FoldedWord;
import org.unifiedhotline.mappings.standardization.PlaceMatch;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/** Places whose name begins with the last words of a text: those only that people in scope are at home in, with how many. */
final class PlaceSuggestions {
    private static final Places PLACES = Places.standard();
    private static final int MOST_WORDS = 3;
    private static final int SHORTEST = 2;
    private static final String FIELD = Queries.matched("placeNames");
    private static final String ALL = "all";
    private static final String IN_SCOPE = "inScope";
    private static final String NAMES = "names";
    private static final String PEOPLE = "people";

    private final PeopleIndex index;

    PlaceSuggestions(PeopleIndex index) {
        this.index = index;
    }

    List<Suggestion> of(String text, ReaderScope within, int most) {
        Map<String, Integer> tails = tails(text);
        if (tails.isEmpty()) {
            return List.of();
        }
        Scope scope = new Scope(within);
        Query begins = scope.reading(
                FieldKind.ADDRESS,
                Queries.anyOf(tails.keySet().stream()
                        .map(tail -> Queries.prefix(FIELD, tail))
                        .toList()));
        Map<String, Aggregate> answer = index.search(
                        "places",
                        scope.inARecord(begins),
                        search -> search.size(0)
                                .trackTotalHits(track -> track.enabled(false))
                                .aggregations(ALL, counted(scope, begins, tails, most)),
                        JsonNode.class)
                .aggregations();
        List<Suggestion> places = new ArrayList<>();
        for (StringTermsBucket bucket : buckets(answer)) {
            String folded = bucket.key().stringValue();
            long people = Objects.requireNonNull(bucket.aggregations().get(PEOPLE))
                    .reverseNested()
                    .docCount();
            official(folded)
                    .ifPresent(name -> places.add(
                            new Suggestion.PlaceName(name, text.substring(0, begin(folded, tails)) + name, people)));
        }
        return places;
    }

    /** The last words of a text, folded, and where they begin in it; what is not words ends them. */
    private static Map<String, Integer> tails(String text) {
        Map<String, Integer> tails = new LinkedHashMap<>();
        List<FoldedWord> words = Folding.words(text);
        String tail = "";
        for (int at = words.size() - 1; at >= Math.max(0, words.size() - MOST_WORDS); at--) {
            FoldedWord word = words.get(at);
            boolean last = at == words.size() - 1;
            if (!word.folded().matches("[a-z]+") || (last && word.end() < text.length())) {
                break;
            }
            tail = last ? word.folded() : word.folded() + " " + tail;
            if (tail.length() >= SHORTEST) {
                tails.put(tail, word.start());
            }
        }
        return tails;
    }

    private static Aggregation counted(Scope scope, Query begins, Map<String, Integer> tails, int most) {
        List<Query> filters = scope.filters();
        filters.add(begins);
        Aggregation names = Aggregation.of(one -> one.terms(terms -> terms.field(FIELD)
                        .size(most)
                        .include(include -> include.regexp("(" + String.join("|", tails.keySet()) + ").*")))
                .aggregations(PEOPLE, people -> people.reverseNested(back -> back)));
        Aggregation inScope =
                Aggregation.of(one -> one.filter(Query.of(query -> query.bool(bool -> bool.filter(filters))))
                        .aggregations(NAMES, names));
        return Aggregation.of(
                one -> one.nested(nested -> nested.path(Queries.RECORDS)).aggregations(IN_SCOPE, inScope));
    }

    private static List<StringTermsBucket> buckets(Map<String, Aggregate> answer) {
        Aggregate inScope =
                Objects.requireNonNull(answer.get(ALL)).nested().aggregations().get(IN_SCOPE);
        Aggregate names =
                Objects.requireNonNull(inScope).filter().aggregations().get(NAMES);
        return Objects.requireNonNull(names).sterms().buckets().array();
    }

    /** The longest tail that the name begins with. */
    private static int begin(String folded, Map<String, Integer> tails) {
        return tails.entrySet().stream()
                .filter(tail -> folded.startsWith(tail.getKey()))
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(0);
    }

    private static Optional<String> official(String folded) {
        return PLACES.find(folded).stream().map(PlaceMatch::name).findFirst();
    }
}
