package org.unifiedhotline.searchindex.indexing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.documents.PersonDocument;

/** How an index is made: the mapping of the resources with the operator's settings. */
final class IndexDefinition {
    /** Grows with every change of the mapping or of how documents are built; another number asks for a rebuild. */
    static final int VERSION = 9;

    /**
     * How often a shard that failed is opened again. After five times, as it stands, Elasticsearch leaves it alone for good: an
     * index whose disk was full for seconds would not come back when it is freed.
     */
    private static final int RETRIES = 1_000_000;

    private final SearchIndexProperties properties;

    IndexDefinition(SearchIndexProperties properties) {
        this.properties = properties;
    }

    /** The alias that searches go to. */
    String alias() {
        return properties.index();
    }

    /** The alias of an index that is being filled. */
    String buildingAlias() {
        return properties.index() + "-building";
    }

    /** What names of all versioned indices begin with. */
    String prefix() {
        return properties.index() + "-v";
    }

    /** The name of a new index, made at this moment. */
    String newName(long millis) {
        return prefix() + VERSION + "-" + millis;
    }

    /** How often an index is refreshed. */
    String refreshInterval() {
        return properties.refreshInterval().toMillis() + "ms";
    }

    /** Whether this index has the present version. */
    boolean isCurrent(String name) {
        return name.startsWith(prefix() + VERSION + "-");
    }

    /**
     * The template of all versioned indices, as Elasticsearch takes it. With it no index of ours comes to be by itself
     * when something is written to one that has gone.
     */
    String template() {
        return """
                {
                  "index_patterns": ["%s*"],
                  "priority": 500,
                  "allow_auto_create": false,
                  "template": {
                    "settings": {
                      "index.number_of_shards": %d,
                      "index.number_of_replicas": %d,
                      "index.refresh_interval": "%s",
                      "index.allocation.max_retries": %d
                    }
                  }
                }
                """.formatted(prefix(), properties.shards(), properties.replicas(), refreshInterval(), RETRIES);
    }

    /** Those of the settings that an index that stands can be given. */
    String changeable() {
        return """
                { "index.refresh_interval": "%s", "index.allocation.max_retries": %d }
                """.formatted(refreshInterval(), RETRIES);
    }

    /** Mapping and fixed settings. */
    static String index() {
        try (InputStream json = Objects.requireNonNull(
                PersonDocument.class.getResourceAsStream("index.json"), "index.json is part of this room")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
