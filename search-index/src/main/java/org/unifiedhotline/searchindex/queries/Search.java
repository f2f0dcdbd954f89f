package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.documents.PersonDocument;
import org.unifiedhotline.searchindex.indexing.HiddenRecords;
import org.unifiedhotline.searchindex.indexing.IndexingState;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * The search of the one box.
 *
 * <p>Only if a strict reading of the text does not fill a page are slips of the keyboard let in, and only if nothing at all is
 * found may pieces be missing: what is found by forgiving less always ranks higher, and the figures beside it stay
 * believable.
 */
public final class Search {
    private final PeopleIndex index;
    private final IndexingState indexing;

    /** A search of the index behind an alias; asks nothing of the server yet. */
    public Search(SearchServer server, String alias, IndexingState indexing, HiddenRecords hidden) {
        this.index = new PeopleIndex(server, alias, hidden);
        this.indexing = indexing;
    }

    /**
     * Finds people.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached or cannot answer
     * @throws IllegalArgumentException if the cursor does not belong to this request
     */
    public SearchResult search(SearchRequest request) {
        long began = System.nanoTime();
        Understanding understanding = Understanding.of(request.text()).hashed(indexing.identityHash());
        Cursor cursor = request.cursor() == null ? null : Cursor.of(request.cursor(), request);
        Found found = cursor == null
                ? firstPage(request, understanding)
                : ask(request, understanding, cursor.tolerance(), cursor);
        return new SearchResult(
                hits(found, request, understanding),
                request.withFacets() ? Facets.read(found.answer().aggregations()) : List.of(),
                found.total(),
                (System.nanoTime() - began) / 1_000_000,
                nextCursor(found, request),
                understanding.told(),
                found.tolerance(),
                indexing.behindSince());
    }

    /**
     * These people, as far as the scope shows them, in the order given; those who are out of scope, or not indexed, are
     * left out.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached or cannot answer
     */
    public List<SearchHit> people(List<MasterId> ids, ReaderScope within) {
        Scope scope = new Scope(within);
        HitReader reader = new HitReader(scope, new Highlighter(new Understanding(List.of()), false));
        Query query = Query.of(one -> one.bool(bool -> bool.filter(List.of(
                Queries.anyTerm("masterId", ids.stream().map(MasterId::toString).toList()),
                scope.inARecord(Queries.everything())))));
        return ids.isEmpty()
                ? List.of()
                : index
                        .search("some people", query, search -> search.size(ids.size()), PersonDocument.class)
                        .hits()
                        .hits()
                        .stream()
                        .map(hit -> reader.read(Objects.requireNonNull(hit.source()), 0))
                        .sorted(Comparator.comparingInt(hit -> ids.indexOf(hit.masterId())))
                        .toList();
    }

    private Found firstPage(SearchRequest request, Understanding understanding) {
        if (understanding.words().isEmpty()) {
            Found strict = ask(request, understanding, Tolerance.STRICT, null);
            return strict.total() > 0 || understanding.pieces().size() < 2
                    ? strict
                    : withPiecesMissing(request, understanding);
        }
        // Few are born in one year and called so: slips are needed then. A name alone, or with a province, often fills
        // the page as typed.
        Found found = request.sort() == SortBy.RELEVANCE && understanding.saysBirth()
                ? asTypedBeforeSlips(request, understanding)
                : asTypedThenWithSlips(request, understanding);
        return found.total() > 0 ? found : withPiecesMissing(request, understanding);
    }

    private Found withPiecesMissing(SearchRequest request, Understanding understanding) {
        if (understanding.saysBirth()) {
            Found born = ask(request, understanding, Tolerance.ALL_BUT_BIRTH_OR_MOST, null);
            if (born.total() > 0) {
                return born;
            }
        }
        return ask(request, understanding, Tolerance.MOST_PIECES, null);
    }

    /** Slips let in at once, since whoever is found as typed stands before them: asked once, where that fills no page. */
    private Found asTypedBeforeSlips(SearchRequest request, Understanding understanding) {
        Found withSlips = ask(request, understanding, Tolerance.SLIPS, null);
        long asTyped = withSlips.asTyped();
        if (asTyped >= request.size()) {
            return ask(request, understanding, Tolerance.STRICT, null);
        }
        return asTyped == withSlips.total() ? withSlips.as(Tolerance.STRICT) : withSlips;
    }

    private Found asTypedThenWithSlips(SearchRequest request, Understanding understanding) {
        Found strict = ask(request, understanding, Tolerance.STRICT, null);
        if (strict.total() >= request.size()) {
            return strict;
        }
        Found withSlips = ask(request, understanding, Tolerance.SLIPS, null);
        return withSlips.total() == strict.total() ? strict : withSlips;
    }

    private Found ask(
            SearchRequest request, Understanding understanding, Tolerance tolerance, @Nullable Cursor cursor) {
        Scope scope = new Scope(request.scope());
        boolean forEveryone = request.text().isBlank();
        Query query = forEveryone || !understanding.isEmpty()
                ? PersonQuery.of(understanding, tolerance, scope).filteredBy(FilterQueries.of(request.filters(), scope))
                : Queries.nobody();
        SortBy sort = forEveryone && request.sort() == SortBy.RELEVANCE ? SortBy.LAST_CHANGE : request.sort();
        SearchResponse<PersonDocument> answer = index.search(
                "a search",
                query,
                search -> {
                    if (cursor != null) {
                        search.searchAfter(cursor.after());
                    }
                    if (request.withFacets()) {
                        search.aggregations(Facets.asked(scope));
                    }
                    search.size(request.size() + 1)
                            .trackTotalHits(track -> track.enabled(true))
                            .sort(sort.options(scope));
                },
                PersonDocument.class);
        return new Found(answer, tolerance);
    }

    private static List<SearchHit> hits(Found found, SearchRequest request, Understanding understanding) {
        HitReader reader = new HitReader(
                new Scope(request.scope()), new Highlighter(understanding, found.tolerance() != Tolerance.STRICT));
        return found.page(request.size()).stream()
                .map(hit -> reader.read(Objects.requireNonNull(hit.source()), score(hit)))
                .toList();
    }

    private static double score(Hit<PersonDocument> hit) {
        Double score = hit.score();
        return score == null ? 0 : score;
    }

    private static @Nullable String nextCursor(Found found, SearchRequest request) {
        List<Hit<PersonDocument>> page = found.page(request.size());
        if (page.size() == found.answer().hits().hits().size()) {
            return null;
        }
        Hit<PersonDocument> last = page.getLast();
        MasterId id = MasterId.of(Objects.requireNonNull(last.source()).masterId());
        return new Cursor(Cursor.mark(request), found.tolerance(), last.sort().getFirst(), id).text();
    }

    /** An answer of Elasticsearch, with one hit more than asked for if there is a next page. */
    private record Found(SearchResponse<PersonDocument> answer, Tolerance tolerance) {
        long total() {
            return Objects.requireNonNull(answer.hits().total()).value();
        }

        /** Of the hits fetched, how many are as typed. */
        long asTyped() {
            return answer.hits().hits().stream()
                    .filter(hit -> score(hit) >= PersonQuery.AS_TYPED)
                    .count();
        }

        /** The same, where it turned out that less was forgiven. */
        Found as(Tolerance other) {
            return new Found(answer, other);
        }

        List<Hit<PersonDocument>> page(int size) {
            List<Hit<PersonDocument>> hits = answer.hits().hits();
            return hits.subList(0, Math.min(size, hits.size()));
        }
    }
}
