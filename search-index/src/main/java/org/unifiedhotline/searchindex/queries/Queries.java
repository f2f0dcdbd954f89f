package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The few kinds of Elasticsearch queries this room asks. All scores are constants: a document ranks by how well its own
 * values match, never by how frequent they are among documents that the reader may not know.
 */
final class Queries {
    /** The path of the nested source records. */
    static final String RECORDS = "records";

    /** The path of who is named beside a source record. */
    static final String RELATIVES = RECORDS + ".relatives";

    /** The path of what people are counted by, of all their source records together. */
    static final String ALL = "all";

    /** What a person can be reached by at all. */
    static final String REACH = "reach";

    /** Keys of records of others whom a person's cases name by name. */
    static final String BESIDE = "beside";

    private Queries() {}

    /** The full name of a field of a nested source record. */
    static String field(String name) {
        return RECORDS + "." + name;
    }

    /** The full name of a matched value of a nested source record. */
    static String matched(String name) {
        return RECORDS + ".matched." + name;
    }

    /** The full name of a field of somebody named beside a source record. */
    static String relative(String name) {
        return RELATIVES + "." + name;
    }

    static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    static Query flag(String field, boolean value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    static Query anyTerm(String field, Collection<String> values) {
        return anyOf(values.stream().sorted().map(value -> term(field, value)).toList());
    }

    /** Of so many values that each as a clause of its own would be too much; without order or score. */
    static Query oneOfMany(String field, Collection<String> values) {
        List<FieldValue> sorted = values.stream().sorted().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(all -> all.value(sorted))));
    }

    static Query prefix(String field, String value) {
        return Query.of(query -> query.prefix(prefix -> prefix.field(field).value(value)));
    }

    static Query atMost(String field, int value) {
        return Query.of(query ->
                query.range(range -> range.number(number -> number.field(field).lte((double) value))));
    }

    static Query atLeast(String field, int value) {
        return Query.of(query ->
                query.range(range -> range.number(number -> number.field(field).gte((double) value))));
    }

    /** Values from one to the other, both included. */
    static Query between(String field, int from, int to) {
        return Query.of(query -> query.range(range ->
                range.number(number -> number.field(field).gte((double) from).lte((double) to))));
    }

    static Query since(String field, Instant time) {
        return Query.of(query ->
                query.range(range -> range.date(date -> date.field(field).gte(time.toString()))));
    }

    /** The same documents, all with this score. */
    static Query scored(double score, Query query) {
        return Query.of(
                one -> one.constantScore(constant -> constant.filter(query).boost((float) score)));
    }

    /** The best score of any. */
    static Query best(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : Query.of(query -> query.disMax(max -> max.queries(queries)));
    }

    static Query anyOf(List<Query> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
    }

    /** So many of them at least. */
    static Query atLeast(int count, List<Query> queries) {
        return Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch(String.valueOf(count))));
    }

    static Query allOf(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : Query.of(query -> query.bool(bool -> bool.must(queries)));
    }

    static Query not(Query query) {
        return Query.of(one -> one.bool(bool -> bool.mustNot(query)));
    }

    /** Some value stands in the field. */
    static Query has(String field) {
        return Query.of(query -> query.exists(exists -> exists.field(field)));
    }

    static Query nobody() {
        return Query.of(query -> query.matchNone(none -> none));
    }

    static Query everything() {
        return Query.of(query -> query.matchAll(all -> all));
    }

    /** Documents with a nested source record that matches; the best one scores. */
    static Query inARecord(Query query) {
        return Query.of(
                one -> one.nested(nested -> nested.path(RECORDS).query(query).scoreMode(ChildScoreMode.Max)));
    }

    /** Source records beside which somebody is named who matches. */
    static Query besideARecord(Query query) {
        return Query.of(
                one -> one.nested(nested -> nested.path(RELATIVES).query(query).scoreMode(ChildScoreMode.Max)));
    }

    /** How an enumeration's constant stands in the index. */
    static String code(Enum<?> constant) {
        return constant.name().toUpperCase(Locale.ROOT);
    }
}
