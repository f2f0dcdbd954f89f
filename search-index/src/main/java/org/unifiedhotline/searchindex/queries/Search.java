package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.documents.PersonDocument;
import org.unifiedhotline.searchindex.indexing.IndexingState;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * The search of the one box.
 *
 * <p>A text is first searched strictly. Only if that does not fill a page are slips of the keyboard let in, and only
 * if nothing at all is found may pieces be missing: what is found by forgiving less always ranks higher, and the figures
 * beside it stay believable.
 */
public final class Search {
    private final SearchServer server;
    private final String alias;
    private final IndexingState indexing;

    /** A search of the index behind an alias; asks nothing of the server yet. */
    public Search(SearchServer server, String alias, IndexingState indexing) {
        this.server = server;
        this.alias = alias;
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
        Understanding understanding = Understanding.of(request.text());
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

    private Found firstPage(SearchRequest request, Understanding understanding) {
        Found strict = ask(request, understanding, Tolerance.STRICT, null);
        if (strict.total() >= request.size() || understanding.words().isEmpty()) {
            return strict.total() > 0 || understanding.pieces().size() < 2
                    ? strict
                    : ask(request, understanding, Tolerance.MOST_PIECES, null);
        }
        Found withSlips = ask(request, understanding, Tolerance.SLIPS, null);
        if (withSlips.total() > 0) {
            return withSlips.total() == strict.total() ? strict : withSlips;
        }
        return ask(request, understanding, Tolerance.MOST_PIECES, null);
    }

    private Found ask(
            SearchRequest request, Understanding understanding, Tolerance tolerance, @Nullable Cursor cursor) {
        Scope scope = new Scope(request.scope());
        boolean forEveryone = request.text().isBlank();
        Query query = forEveryone || !understanding.isEmpty()
                ? PersonQuery.of(understanding, tolerance, scope).filteredBy(FilterQueries.of(request.filters(), scope))
                : Queries.nobody();
        SearchResponse<PersonDocument> answer = server.askSoon(
                "a search",
                client -> client.search(
                        search -> {
                            if (cursor != null) {
                                search.searchAfter(cursor.after(forEveryone));
                            }
                            if (request.withFacets()) {
                                search.aggregations(Facets.asked(scope));
                            }
                            return search.index(alias)
                                    .query(query)
                                    .size(request.size() + 1)
                                    .trackTotalHits(track -> track.enabled(true))
                                    .source(source -> source.filter(filter -> filter.excludes("records.matched")))
                                    .sort(order(forEveryone));
                        },
                        PersonDocument.class));
        return new Found(answer, tolerance, forEveryone);
    }

    /** Best first, or latest change first where nothing was asked; then by id, so that pages never overlap. */
    private static List<SortOptions> order(boolean byChange) {
        SortOptions first = byChange
                ? SortOptions.of(
                        sort -> sort.field(field -> field.field("changedAt").order(SortOrder.Desc)))
                : SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
        return List.of(
                first,
                SortOptions.of(
                        sort -> sort.field(field -> field.field("masterId").order(SortOrder.Asc))));
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
        PersonDocument person = Objects.requireNonNull(last.source());
        double rank = found.byChange() ? person.changedAt() : score(last);
        return new Cursor(Cursor.mark(request), found.tolerance(), rank, MasterId.of(person.masterId())).text();
    }

    /** An answer of Elasticsearch, with one hit more than asked for if there is a next page. */
    private record Found(SearchResponse<PersonDocument> answer, Tolerance tolerance, boolean byChange) {
        long total() {
            return Objects.requireNonNull(answer.hits().total()).value();
        }

        List<Hit<PersonDocument>> page(int size) {
            List<Hit<PersonDocument>> hits = answer.hits().hits();
            return hits.subList(0, Math.min(size, hits.size()));
        }
    }
}
