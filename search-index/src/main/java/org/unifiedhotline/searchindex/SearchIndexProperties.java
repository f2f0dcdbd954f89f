package org.unifiedhotline.searchindex;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unifiedhotline.masterrecords.settings.Complaints;

/**
 * Where Elasticsearch is and how the index is laid out ({@code unified-hotline.search.*}).
 *
 * @param url of one node, {@code http://…} or {@code https://…}, without a path
 * @param username if the server asks for one; then a password belongs to it
 * @param password of the user
 * @param certificateAuthority PEM file of the authority that signed the server's certificate; null for the JDK's own
 * @param index name of the alias; versioned indices are named after it
 * @param shards primary shards of a new index, 1 to 64; one holds millions of people
 * @param replicas copies of each shard, 0 to 5; 0 suits a single node
 * @param refreshInterval how long changes may wait before they are searchable while so much is written that full bulks
 *     follow each other, 10 ms to 60 s; otherwise they are searchable at once
 * @param bulkSize most documents of one bulk request, 1 to 20,000
 * @param requestTimeout how long an answer to the indexer may take, 1 s to 10 min
 * @param searchTimeout how long an answer may take for which a person, or a look at the health, waits, 100 ms to 1 min
 */
@ConfigurationProperties("unified-hotline.search")
public record SearchIndexProperties(
        @DefaultValue("http://127.0.0.1:9200") URI url,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path certificateAuthority,
        @DefaultValue("master-records") String index,
        @DefaultValue("1") int shards,
        @DefaultValue("0") int replicas,
        @DefaultValue("5s") Duration refreshInterval,
        @DefaultValue("2000") int bulkSize,
        @DefaultValue("30s") Duration requestTimeout,
        @DefaultValue("5s") Duration searchTimeout) {
    public SearchIndexProperties {
        new Complaints("unified-hotline.search.")
                .require(
                        url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
                        "url must be http://host:port or https://host:port")
                .require(
                        !"http".equals(url.getScheme())
                                || url.getHost() == null
                                || url.getHost().matches("127(\\.[0-9]{1,3}){3}|localhost|\\[::1]"),
                        "url must be https unless Elasticsearch is on this machine")
                .require((username == null) == (password == null), "username and password belong together")
                .require(index.matches("[a-z][a-z0-9-]{0,99}"), "index must be lower-case letters, digits and '-'")
                .require(shards >= 1 && shards <= 64, "shards must be 1 to 64")
                .require(replicas >= 0 && replicas <= 5, "replicas must be 0 to 5")
                .require(
                        within(refreshInterval, Duration.ofMillis(10), Duration.ofMinutes(1)),
                        "refresh-interval must be 10ms to 60s")
                .require(bulkSize >= 1 && bulkSize <= 20_000, "bulk-size must be 1 to 20000")
                .require(
                        within(requestTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10)),
                        "request-timeout must be 1s to 10m")
                .require(
                        within(searchTimeout, Duration.ofMillis(100), Duration.ofMinutes(1)),
                        "search-timeout must be 100ms to 1m")
                .throwIfAny();
    }

    /** The defaults, for the server at this address. */
    public static SearchIndexProperties at(URI url, String index) {
        return new SearchIndexProperties(
                url,
                null,
                null,
                null,
                index,
                1,
                0,
                Duration.ofMillis(200),
                2000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5));
    }

    private static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SearchIndexProperties[" + url + ", " + index + "]";
    }
}
