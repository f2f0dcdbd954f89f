package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.NestedSortValue;
import co.elastic.clients.elasticsearch._types.SortMode;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The order of hits. Ties are in the order of ids, so that pages never overlap; who has no such value comes last. */
public enum SortBy {
    /** Best first; where nothing was typed, as {@link #LAST_CHANGE}. */
    RELEVANCE("relevance"),
    /** Latest first. */
    LAST_CONTACT("lastContact"),
    /** The name that stands for the person, in Vietnamese order. */
    NAME("name"),
    /** The earliest year that records give, oldest first. */
    BIRTH_YEAR("bornYear"),
    /** Of the person, latest first; for who may not know all, of the records that they may know. */
    LAST_CHANGE("lastChange");

    private final String word;

    SortBy(String word) {
        this.word = word;
    }

    /** The order of this name. */
    public static Optional<SortBy> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** How it is asked for. */
    public String word() {
        return word;
    }

    /** As Elasticsearch takes it: no value of a source record out of scope has a say. */
    List<SortOptions> options(Scope scope) {
        SortOptions first = switch (this) {
            case RELEVANCE -> SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
            case LAST_CONTACT -> latest(scope.told("lastContact"), scope);
            case NAME -> scope.isWhole() ? of("nameKey", SortOrder.Asc) : earliest(Queries.field("nameKey"), scope);
            case BIRTH_YEAR -> earliest(Queries.field("matched.bornFrom"), scope);
            case LAST_CHANGE ->
                scope.isWhole() ? of("changedAt", SortOrder.Desc) : latest(Queries.field("changedAt"), scope);
        };
        return List.of(first, of("masterId", SortOrder.Asc));
    }

    private static SortOptions of(String field, SortOrder order) {
        return options(new FieldSort.Builder().field(field).order(order));
    }

    private static SortOptions earliest(String field, Scope scope) {
        return options(nested(field, scope).order(SortOrder.Asc).mode(SortMode.Min));
    }

    private static SortOptions latest(String field, Scope scope) {
        // While a new index is filled, the one of before, which answers, knows no field for readers of some centres.
        return options(
                nested(field, scope).order(SortOrder.Desc).mode(SortMode.Max).unmappedType(FieldType.Date));
    }

    private static SortOptions options(FieldSort.Builder sort) {
        FieldSort made = sort.missing(missing -> missing.stringValue("_last")).build();
        return SortOptions.of(one -> one.field(made));
    }

    private static FieldSort.Builder nested(String field, Scope scope) {
        List<Query> filters = scope.filters();
        NestedSortValue path = NestedSortValue.of(nested -> filters.isEmpty()
                ? nested.path(Queries.RECORDS)
                : nested.path(Queries.RECORDS).filter(Query.of(query -> query.bool(bool -> bool.filter(filters)))));
        return new FieldSort.Builder().field(field).nested(path);
    }
}
