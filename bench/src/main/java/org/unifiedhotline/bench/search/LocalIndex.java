package org.unifiedhotline.bench.search;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.indexing.BuildRight;
import org.unifiedhotline.searchindex.indexing.HubRecords;
import org.unifiedhotline.searchindex.indexing.Indexing;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.Suggestions;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * An Elasticsearch of our own, filled by the indexer's own code from people in memory; nothing leads to its outbox. More of
 * its settings, such as {@code thread_pool.search.size=2}, stand in the property {@code elasticsearch.settings}, with spaces between.
 */
final class LocalIndex implements AutoCloseable {
    static final String ALIAS = "master-records";

    private final ElasticsearchServer elasticsearch;
    private final SearchServer server;
    private final Indexing indexing;

    LocalIndex(ServerOptions options, HubRecords people) {
        this.elasticsearch = ElasticsearchServer.start(
                options,
                Stream.of(System.getProperty("elasticsearch.settings", "").split(" "))
                        .filter(Predicate.not(String::isBlank))
                        .toArray(String[]::new));
        SearchIndexProperties properties = new SearchIndexProperties(
                elasticsearch.httpUrl(),
                null,
                null,
                null,
                ALIAS,
                1,
                0,
                Duration.ofSeconds(60),
                2000,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30));
        this.server = SearchServer.at(properties);
        this.indexing = new Indexing(
                server,
                properties,
                new Outbox(new HubDatabase(new PGSimpleDataSource())),
                people,
                BuildRight.ofTheOnlyOne());
    }

    /** Makes the index and fills it, if it is not there, and waits until it is merged as a first load leaves it. */
    void prepare() {
        indexing.life().prepare();
        server.ask(
                "a merge of segments",
                client ->
                        client.indices().forcemerge(merge -> merge.index(ALIAS).maxNumSegments(1L)));
    }

    Search search() {
        return new Search(server, ALIAS, indexing.state(), indexing.hidden());
    }

    Suggestions suggestions() {
        return new Suggestions(server, ALIAS, indexing.hidden());
    }

    SearchServer server() {
        return server;
    }

    @Override
    public void close() {
        indexing.close();
        server.close();
        elasticsearch.close();
    }
}
