package org.unifiedhotline.searchindex.indexing;

import co.elastic.clients.elasticsearch.nodes.NodesInfoResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.searchindex.server.SearchServer;

/** How large a request Elasticsearch takes, {@code http.max_content_length}: asked once, and again after a fault. */
final class RequestLimit {
    /** What a server takes whose settings we may not read: Elasticsearch's own default. */
    static final long DEFAULT_BYTES = 100L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(RequestLimit.class);

    private final SearchServer server;
    private volatile @Nullable Long known;

    RequestLimit(SearchServer server) {
        this.server = server;
    }

    /**
     * The most bytes that every node takes in one request.
     *
     * @throws org.unifiedhotline.searchindex.SearchUnavailableException if the server cannot be asked now
     */
    long bytes() {
        Long asked = known;
        if (asked == null) {
            asked = ask();
            known = asked;
        }
        return asked;
    }

    /** The server may come back with other settings. */
    void forget() {
        known = null;
    }

    private long ask() {
        try {
            NodesInfoResponse answer = server.ask(
                    "the largest request it takes", client -> client.nodes().info(info -> info.metric("http")));
            return answer.nodes().values().stream()
                    .map(node -> node.http())
                    .filter(Objects::nonNull)
                    .mapToLong(http -> http.maxContentLengthInBytes())
                    .min()
                    .orElse(DEFAULT_BYTES);
        } catch (IllegalStateException refused) {
            LOG.warn(
                    "Elasticsearch does not tell this service the largest request it takes (privilege monitor):"
                            + " {} bytes are assumed",
                    DEFAULT_BYTES);
            return DEFAULT_BYTES;
        }
    }
}
