package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceSystem;

/** The filters beside the box as queries, each answered by source records in scope only. */
final class FilterQueries {
    private final Scope scope;
    private final List<Query> queries = new ArrayList<>();

    private FilterQueries(Scope scope) {
        this.scope = scope;
    }

    static List<Query> of(SearchFilters filters, Scope scope) {
        FilterQueries made = new FilterQueries(scope);
        made.any("source", filters.sources().stream().map(SourceSystem::code).toList());
        made.any("role", codes(filters.roles()));
        made.any("centres", codes(filters.centres()));
        made.any("province", filters.provinces());
        made.any("sex", codes(filters.sexes()));
        made.any("caseKinds", filters.caseKinds());
        made.any("exploitation", filters.exploitation());
        made.any("channels", codes(filters.channels()));
        made.born(filters.bornFrom(), filters.bornTo());
        made.flag("openReferral", filters.openReferral());
        made.flag("returned", filters.returned());
        return made.queries;
    }

    private static List<String> codes(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Queries::code).toList();
    }

    private void any(String field, Collection<String> values) {
        if (!values.isEmpty()) {
            queries.add(scope.inARecord(Queries.anyTerm(Queries.field(field), values)));
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

    private void flag(String field, @Nullable Boolean wanted) {
        if (wanted != null) {
            Query has = scope.inARecord(Queries.flag(Queries.field(field), true));
            queries.add(wanted ? has : Queries.not(has));
        }
    }
}
