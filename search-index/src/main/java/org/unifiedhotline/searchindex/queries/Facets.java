package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Comparator<FacetCount> MOST_FREQUENT_FIRST =
            Comparator.comparingLong(FacetCount::people).reversed().thenComparing(FacetCount::value);

    private Facets() {}

    /** What to ask beside a search, by name: of people as wholes where the reader may know them so, else of records in scope. */
    static Map<String, Aggregation> asked(Scope scope) {
        return scope.isOfWholePeople() ? ofPeople(scope) : Map.of(ALL, ofRecords(scope));
    }

    private static Map<String, Aggregation> ofPeople(Scope scope) {
        Map<String, Aggregation> counts = new LinkedHashMap<>();
        for (Attribute attribute : read(scope)) {
            counts.put(attribute.word(), by(attribute.fieldOfAll(), Map.of()));
        }
        return counts;
    }

    private static Aggregation ofRecords(Scope scope) {
        Map<String, Aggregation> counts = new LinkedHashMap<>();
        for (Attribute attribute : read(scope)) {
            Aggregation people = Aggregation.of(one -> one.reverseNested(back -> back));
            counts.put(attribute.word(), by(attribute.field(scope), Map.of(PEOPLE, people)));
        }
        List<Query> filters = scope.filters();
        Aggregation inScope =
                Aggregation.of(one -> one.filter(Query.of(query -> query.bool(bool -> bool.filter(filters))))
                        .aggregations(counts));
        return Aggregation.of(
                one -> one.nested(nested -> nested.path(Queries.RECORDS)).aggregations(IN_SCOPE, inScope));
    }

    /** What is masked for the reader is not counted. */
    private static List<Attribute> read(Scope scope) {
        return Arrays.stream(Attribute.values()).filter(scope::reads).toList();
    }

    private static Aggregation by(String field, Map<String, Aggregation> beneath) {
        return Aggregation.of(
                one -> one.terms(terms -> terms.field(field).size(MOST_VALUES)).aggregations(beneath));
    }

    /** The facets in an answer, most frequent value first; those without any value are left out. */
    static List<Facet> read(Map<String, Aggregate> answer) {
        Aggregate all = answer.get(ALL);
        Map<String, Aggregate> counts = all == null
                ? answer
                : Objects.requireNonNull(all.nested().aggregations().get(IN_SCOPE))
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
        values.sort(MOST_FREQUENT_FIRST);
        return values;
    }

    private static long people(MultiBucketBase bucket) {
        Aggregate people = bucket.aggregations().get(PEOPLE);
        return people == null ? bucket.docCount() : people.reverseNested().docCount();
    }
}
