package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument;
import org.unifiedhotline.searchindex.queries.ReaderScope.EveryCentre;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres;

/** A reader's scope twice: as a filter on nested source records, and as a test of one that was fetched. */
final class Scope {
    private final Set<String> sources;
    private final boolean everySource;
    private final ReaderScope.Centres centres;

    Scope(ReaderScope scope) {
        this.sources = scope.sources().stream().map(SourceSystem::code).collect(Collectors.toUnmodifiableSet());
        this.everySource = scope.sources().size() == SourceSystem.values().length;
        this.centres = scope.centres();
    }

    /** What must hold of a nested source record besides matching; empty for a reader who may know all. */
    List<Query> filters() {
        List<Query> filters = new ArrayList<>();
        if (!everySource) {
            filters.add(sources.isEmpty() ? Queries.nobody() : Queries.anyTerm(Queries.field("source"), sources));
        }
        switch (centres) {
            case EveryCentre ignored -> {}
            case OnlyCentres only -> filters.add(centreFilter(only));
        }
        return filters;
    }

    private static Query centreFilter(OnlyCentres only) {
        return only.centres().isEmpty()
                ? Queries.nobody()
                : Queries.anyTerm(
                        Queries.field("centres"),
                        only.centres().stream().map(Queries::code).toList());
    }

    /** Documents with a source record in scope that matches. */
    Query inARecord(Query query) {
        List<Query> filters = filters();
        return Queries.inARecord(
                filters.isEmpty()
                        ? query
                        : Query.of(one -> one.bool(bool -> bool.must(query).filter(filters))));
    }

    /** Whether the reader may know this source record. */
    boolean admits(SourceRecordDocument record) {
        return sources.contains(record.source())
                && switch (centres) {
                    case EveryCentre ignored -> true;
                    case OnlyCentres only ->
                        only.centres().stream().map(Queries::code).anyMatch(record.centres()::contains);
                };
    }
}
