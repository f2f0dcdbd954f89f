package org.unifiedhotline.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import org.unifiedhotline.bench.latency.Token.Field;

/** Asks the index, again and again, which awaited tokens it finds and which vanishing ones it finds no more. */
final class Watcher implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 100; // how exact a figure is; asking more often would be a load of its own

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI searchUri;
    private final Map<Token, Long> awaited = new ConcurrentHashMap<>();
    private final ObjLongConsumer<Token> arrivals;
    private volatile boolean running = true;

    /**
     * @param search address of the search server
     * @param alias of the index
     * @param arrivals receives each token with the nanoseconds from its commit until a search told of it
     */
    Watcher(URI search, String alias, ObjLongConsumer<Token> arrivals) {
        this.searchUri = search.resolve("/" + alias + "/_search");
        this.arrivals = arrivals;
    }

    void await(Token token, long committedAtNanos) {
        awaited.put(token, committedAtNanos);
    }

    int awaitedNow() {
        return awaited.size();
    }

    /** The tokens, all made up by this benchmark, that no search has told of yet. */
    Set<Token> stillAwaited() {
        return Set.copyOf(awaited.keySet());
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            for (Field field : Field.values()) {
                look(field);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(Field field) {
        List<Token> asked = new ArrayList<>();
        awaited.keySet().forEach(token -> {
            if (token.field() == field && asked.size() < 5000) {
                asked.add(token);
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        Set<String> found = found(field, asked);
        long now = System.nanoTime();
        for (Token token : asked) {
            if (found.contains(field.indexed(token.value())) == token.appears()) {
                Long committed = awaited.remove(token);
                if (committed != null) {
                    arrivals.accept(token, now - committed);
                }
            }
        }
    }

    private Set<String> found(Field field, List<Token> asked) {
        ObjectNode query = JSON.createObjectNode();
        query.put("size", 5000);
        query.putArray("_source").add(field.path());
        ArrayNode values = query.putObject("query")
                .putObject("nested")
                .put("path", "records")
                .put("score_mode", "none")
                .putObject("query")
                .putObject("terms")
                .putArray(field.path());
        asked.forEach(token -> values.add(field.indexed(token.value())));
        HttpRequest request = HttpRequest.newBuilder(searchUri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query.toString()))
                .build();
        try {
            JsonNode answer =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            Set<String> found = new HashSet<>();
            for (JsonNode hit : answer.path("hits").path("hits")) {
                hit.path("_source")
                        .findValues(lastName(field))
                        .forEach(list -> list.forEach(value -> found.add(value.asText())));
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("the search server could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private static String lastName(Field field) {
        return field.path().substring(field.path().lastIndexOf('.') + 1);
    }
}
