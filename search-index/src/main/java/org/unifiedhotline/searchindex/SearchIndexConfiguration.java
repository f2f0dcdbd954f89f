package org.unifiedhotline.searchindex;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.searchindex.indexing.BuildRight;
import org.unifiedhotline.searchindex.indexing.HiddenRecords;
import org.unifiedhotline.searchindex.indexing.HubRecords;
import org.unifiedhotline.searchindex.indexing.IndexLife;
import org.unifiedhotline.searchindex.indexing.Indexer;
import org.unifiedhotline.searchindex.indexing.Indexing;
import org.unifiedhotline.searchindex.queries.FieldSearch;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.Suggestions;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * Puts the parts of the search index together. Nothing here asks Elasticsearch anything: the service starts without it,
 * and whoever runs the indexer calls {@link IndexLife#prepare()} first.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchIndexProperties.class)
public class SearchIndexConfiguration {

    @Bean
    SearchServer searchServer(SearchIndexProperties properties) {
        return SearchServer.at(properties);
    }

    @Bean
    Indexing indexing(
            SearchServer server,
            SearchIndexProperties properties,
            Outbox outbox,
            MasterRecords masterRecords,
            HubDatabase hub) {
        return new Indexing(server, properties, outbox, HubRecords.of(masterRecords), BuildRight.of(hub));
    }

    @Bean
    Indexer indexer(Indexing indexing) {
        return indexing.indexer();
    }

    @Bean
    IndexLife indexLife(Indexing indexing) {
        return indexing.life();
    }

    @Bean
    HiddenRecords hiddenRecords(Indexing indexing) {
        return indexing.hidden();
    }

    @Bean
    Search search(SearchServer server, SearchIndexProperties properties, Indexing indexing) {
        return new Search(server, properties.index(), indexing.state(), indexing.hidden());
    }

    @Bean
    FieldSearch fieldSearch(SearchServer server, SearchIndexProperties properties, Indexing indexing) {
        return new FieldSearch(server, properties.index(), indexing.state(), indexing.hidden());
    }

    @Bean
    Suggestions suggestions(SearchServer server, SearchIndexProperties properties, Indexing indexing) {
        return new Suggestions(server, properties.index(), indexing.hidden());
    }
}
