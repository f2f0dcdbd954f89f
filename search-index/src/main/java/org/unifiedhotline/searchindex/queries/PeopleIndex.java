package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.Set;
import java.util.function.Consumer;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.HiddenRecords;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * The index as it is searched: every query of a reader is sent here, and finds nobody whom nobody may find. Documents that hold a hidden
 * record are left out of all that is asked, and so are documents of others that still name who is hidden, until they are made anew.
 */
final class PeopleIndex {
    private final SearchServer server;
    private final String alias;
    private final HiddenRecords hidden;

    PeopleIndex(SearchServer server, String alias, HiddenRecords hidden) {
        this.server = server;
        this.alias = alias;
        this.hidden = hidden;
    }

    /**
     * Asks the index.
     *
     * @param what the question in a few words for the complaint
     * @param query what the reader may find: made with their {@link Scope}
     * @param more what else is asked: size, order, counts
     * @throws SearchUnavailableException if Elasticsearch cannot answer, or the hub does not tell whom nobody may find
     */
    <T> SearchResponse<T> search(String what, Query query, Consumer<SearchRequest.Builder> more, Class<T> type) {
        Query findable = findable(query);
        return server.askSoon(
                what,
                client -> client.search(
                        search -> {
                            more.accept(search);
                            return search.index(alias).query(findable);
                        },
                        type));
    }

    private Query findable(Query query) {
        Set<String> keys = hidden.now();
        if (keys.isEmpty()) {
            return query;
        }
        Query own = Queries.inARecord(Queries.oneOfMany(Queries.field("key"), keys));
        Query beside = Queries.oneOfMany(Queries.BESIDE, keys);
        return Query.of(one -> one.bool(bool -> bool.must(query).mustNot(own, beside)));
    }
}
