package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unifiedhotline.searchindex.queries.SearchResult.Facet;
import org.unifiedhotline.searchindex.queries.SearchResult.FacetCount;

/** Counts of people by the values of their source records in scope: people are counted, not source records. */
final class Facets {
    private static final String ALL = "facets";
    private static final String IN_SCOPE = "inScope";
    private static final String PEOPLE = "people";
    private static final int MOST_VALUES = 100;

    private Facets() {}

    /** What to ask beside a search, by name. */
    static Map<String, Aggregation> asked(Scope scope) {
        Map<String, Aggregation> counts = new LinkedHashMap<>();
        for (Attribute attribute : Attribute.values()) {
            if (scope.reads(attribute)) {
                counts.put(attribute.word(), peopleBy(attribute.field()));
            }
        }
        List<Query> filters = scope.filters();
        Query inScope =
                filters.isEmpty() ? Queries.everything() : Query.of(query -> query.bool(bool -> bool.filter(filters)));
        Aggregation filtered = Aggregation.of(one -> one.filter(inScope).aggregations(counts));
        return Map.of(
                ALL,
                Aggregation.of(one ->
                        one.nested(nested -> nested.path(Queries.RECORDS)).aggregations(IN_SCOPE, filtered)));
    }

    private static Aggregation peopleBy(String field) {
        return Aggregation.of(one -> one.terms(terms -> terms.field(field).size(MOST_VALUES))
                .aggregations(PEOPLE, people -> people.reverseNested(back -> back)));
    }

    /** The facets in an answer, most frequent value first; those without any value are left out. */
    static List<Facet> read(Map<String, Aggregate> answer) {
        Aggregate all = answer.get(ALL);
        if (all == null) {
            return List.of();
        }
        Map<String, Aggregate> counts = Objects.requireNonNull(
                        all.nested().aggregations().get(IN_SCOPE))
                .filter()
                .aggregations();
        List<Facet> facets = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            Aggregate counted = counts.get(attribute.word());
            List<FacetCount> values = counted == null ? List.of() : values(counted);
            if (!values.isEmpty()) {
                facets.add(new Facet(attribute.word(), values));
            }
        }
        return facets;
    }

    private static List<FacetCount> values(Aggregate aggregate) {
        List<FacetCount> values = new ArrayList<>();
        if (aggregate.isSterms()) {
            aggregate
                    .sterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> values.add(new FacetCount(bucket.key().stringValue(), people(bucket))));
        } else if (aggregate.isLterms()) {
            for (LongTermsBucket bucket : aggregate.lterms().buckets().array()) {
                values.add(new FacetCount(bucket.key() == 1 ? "true" : "false", people(bucket)));
            }
        }
        values.sort(Comparator.comparingLong(FacetCount::people).reversed().thenComparing(FacetCount::value));
        return values;
    }

    private static long people(MultiBucketBase bucket) {
        return Objects.requireNonNull(bucket.aggregations().get(PEOPLE))
                .reverseNested()
                .docCount();
    }
}
