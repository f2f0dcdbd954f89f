package org.unifiedhotline.searchindex.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.SearchUnavailableException;

/** A connection to Elasticsearch; made without asking the server anything, so that the service starts without it. */
public final class SearchServer implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(2);

    private static final int TOO_LARGE = 413;

    private final ElasticsearchClient client;
    private final ElasticsearchClient impatient;

    private SearchServer(ElasticsearchClient client, ElasticsearchClient impatient) {
        this.client = client;
        this.impatient = impatient;
    }

    /** Prepares the connection that the settings describe. */
    public static SearchServer at(SearchIndexProperties properties) {
        return new SearchServer(
                client(properties, properties.requestTimeout()), client(properties, properties.searchTimeout()));
    }

    // Two clients, each with connections of its own: this client's library drops the timeout of a single request, and
    // bulks
    // that wait for a server that hangs then keep no search from failing soon.
    private static ElasticsearchClient client(SearchIndexProperties properties, Duration longest) {
        Timeout answer = Timeout.of(longest);
        Rest5ClientBuilder builder = Rest5Client.builder(HttpHost.create(properties.url()))
                .setConnectionConfigCallback(
                        config -> config.setConnectTimeout(CONNECT_TIMEOUT).setSocketTimeout(answer))
                .setRequestConfigCallback(
                        config -> config.setConnectionRequestTimeout(answer).setResponseTimeout(answer))
                .setConnectionManagerCallback(
                        pool -> pool.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS));
        if (properties.username() != null && properties.password() != null) {
            builder.setDefaultHeaders(new Header[] {basic(properties.username(), properties.password())});
        }
        if (properties.certificateAuthority() != null) {
            builder.setSSLContext(CertificateAuthority.trusting(properties.certificateAuthority()));
        }
        return new ElasticsearchClient(
                new Rest5ClientTransport(builder.build(), new JacksonJsonpMapper(new ObjectMapper())));
    }

    private static Header basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * Asks the server something that may take as long as {@code request-timeout} says.
     *
     * @param what the question in a few words for the complaint, such as {@code "search"}
     * @throws SearchUnavailableException if it cannot be reached, is overloaded, or has no such index yet
     * @throws TooLargeException if the request is larger than the server takes
     * @throws IllegalStateException if it refuses the request itself: an error of ours
     */
    public <T> T ask(String what, Question<T> question) {
        return ask(client, what, question);
    }

    /** As {@link #ask}, for whom somebody waits: the answer comes within {@code search-timeout} or not at all. */
    public <T> T askSoon(String what, Question<T> question) {
        return ask(impatient, what, question);
    }

    private static <T> T ask(ElasticsearchClient client, String what, Question<T> question) {
        try {
            return question.put(client);
        } catch (IOException e) {
            if (e instanceof TransportException answered
                    && answered.response() != null
                    && answered.statusCode() == TOO_LARGE) {
                throw new TooLargeException("Elasticsearch takes no request of this size: " + what);
            }
            throw new SearchUnavailableException("Elasticsearch cannot be reached for: " + what, e);
        } catch (ElasticsearchException e) {
            throw refused(what, e);
        }
    }

    // The exception itself is not kept as a cause: its message may repeat what was searched or indexed.
    private static RuntimeException refused(String what, ElasticsearchException e) {
        String complaint =
                "Elasticsearch answered " + e.status() + " " + e.error().type() + " to: " + what;
        if (e.status() == TOO_LARGE) {
            return new TooLargeException(complaint);
        }
        boolean passing = e.status() == 404 || e.status() == 408 || e.status() == 429 || e.status() >= 500;
        return passing
                ? new SearchUnavailableException(
                        complaint, new IOException(e.error().type()))
                : new IllegalStateException(complaint);
    }

    @Override
    public void close() {
        try {
            client.close();
            impatient.close();
        } catch (IOException e) {
            throw new SearchUnavailableException("The connection to Elasticsearch did not close", e);
        }
    }

    /** Something asked of Elasticsearch. */
    @FunctionalInterface
    public interface Question<T> {
        T put(ElasticsearchClient client) throws IOException;
    }
}
