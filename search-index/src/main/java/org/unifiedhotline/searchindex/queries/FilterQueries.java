package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters beside the box as queries, each answered by source records in scope only. */
final class FilterQueries {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Scope scope;
    private final List<Query> queries = new ArrayList<>();

    private FilterQueries(Scope scope) {
        this.scope = scope;
    }

    static List<Query> of(SearchFilters filters, Scope scope) {
        FilterQueries made = new FilterQueries(scope);
        filters.values().forEach(made::add);
        made.born(filters.bornFrom(), filters.bornTo());
        made.lastContact(filters.lastContactFrom(), filters.lastContactTo());
        return made.queries;
    }

    private void add(Attribute attribute, Set<String> wanted) {
        if (!scope.reads(attribute)) {
            queries.add(Queries.nobody());
        } else if (attribute.isFlag()) {
            Query has = scope.inARecord(Queries.flag(attribute.field(scope), true));
            queries.add(wanted.contains("true") ? has : Queries.not(has));
        } else {
            queries.add(scope.inARecord(Queries.anyTerm(attribute.field(scope), wanted)));
        }
    }

    private void born(@Nullable Integer from, @Nullable Integer to) {
        List<Query> bounds = new ArrayList<>();
        if (to != null) {
            bounds.add(Queries.atMost(Queries.matched("bornFrom"), to));
        }
        if (from != null) {
            bounds.add(Queries.atLeast(Queries.matched("bornTo"), from));
        }
        if (!bounds.isEmpty()) {
            queries.add(scope.inARecord(Queries.allOf(bounds)));
        }
    }

    /** The last contact of all records in scope: one since the first day, none since the last. */
    private void lastContact(@Nullable LocalDate from, @Nullable LocalDate to) {
        String field = scope.told("lastContact");
        if (from != null || to != null) {
            queries.add(scope.inARecord(from == null ? Queries.has(field) : Queries.since(field, beginning(from))));
        }
        if (to != null) {
            queries.add(Queries.not(scope.inARecord(Queries.since(field, beginning(to.plusDays(1))))));
        }
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(VIET_NAM).toInstant();
    }
}
