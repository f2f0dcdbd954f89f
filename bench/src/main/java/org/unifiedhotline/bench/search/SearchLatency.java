package org.unifiedhotline.bench.search;

import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.unifiedhotline.bench.search.GeneratedPeople.Known;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.Suggestions;

/**
 * How long a search takes among so many people, with several users at once, beside a plain {@code multi_match} on the same
 * index: {@code SearchLatency FOLDER [people, default 1000000 [users, default 8 [seconds, default 30]]]}. The first run fills
 * an Elasticsearch in the folder, later ones go on with it. Queries are of people who are there: name and year, a slip, name
 * and province, telephone. All ways are run for as long before they are measured, since a server that has just started
 * compiles for a minute.
 */
public final class SearchLatency {
    /** Rounds ask about people of their own: what was warmed is the server, not the answers. */
    private static final int WARMING = 1;

    private static final int MEASURED = 2;
    private final GeneratedPeople people;
    private final int size;
    private final int users;
    private final int seconds;

    private SearchLatency(int size, int users, int seconds) {
        this.people = new GeneratedPeople(size);
        this.size = size;
        this.users = users;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int users = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 30;
        new SearchLatency(size, users, seconds).run(Path.of(arguments[0]));
    }

    private void run(Path folder) throws Exception {
        try (LocalIndex index = new LocalIndex(ServerOptions.in(folder), people)) {
            long began = System.nanoTime();
            index.prepare();
            System.out.printf(Locale.ROOT, "%d people; ready after %.1f s%n", size, (System.nanoTime() - began) / 1e9);
            Search search = index.search();
            Suggestions suggestions = new Suggestions(index.server(), LocalIndex.ALIAS);
            Map<String, Consumer<String>> ways = new LinkedHashMap<>();
            ways.put("search with facets, 20 hits", text -> search.search(SearchRequest.of(text)));
            ways.put(
                    "search without facets, 20 hits",
                    text -> search.search(SearchRequest.of(text).withoutFacets()));
            ways.put("suggestions", text -> suggestions.of(text, ReaderScope.all()));
            ways.put("plain multi_match, 20 hits", text -> multiMatch(index, text));
            for (Consumer<String> way : ways.values()) {
                run(way, WARMING);
            }
            ways.forEach(this::measure);
        }
    }

    /** What one would ask without further thought: all words on all fields, best field. */
    private static void multiMatch(LocalIndex index, String text) {
        index.server()
                .ask(
                        "a multi_match",
                        client -> client.search(
                                search -> search.index(LocalIndex.ALIAS)
                                        .size(20)
                                        .query(query -> query.nested(nested -> nested.path("records")
                                                .query(inner ->
                                                        inner.multiMatch(match -> match.query(Folding.fold(text))
                                                                .type(TextQueryType.BestFields)
                                                                .lenient(true)
                                                                .fields(
                                                                        "records.matched.folded",
                                                                        "records.matched.wholeFolded",
                                                                        "records.matched.placeNames",
                                                                        "records.matched.bornFrom"))))),
                                JsonNode.class));
    }

    private void measure(String name, Consumer<String> way) {
        long[] nanos = run(way, MEASURED);
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-32s %7d asked, %6.0f a second, p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms%n",
                name,
                nanos.length,
                (double) nanos.length / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private long[] run(Consumer<String> way, int round) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            List<CompletableFuture<List<Long>>> all = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                SplittableRandom random = new SplittableRandom((long) round * users + user);
                all.add(CompletableFuture.supplyAsync(() -> askUntil(end, way, random), threads));
            }
            List<Long> nanos = new ArrayList<>();
            for (CompletableFuture<List<Long>> one : all) {
                nanos.addAll(one.join());
            }
            return nanos.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private List<Long> askUntil(long end, Consumer<String> way, SplittableRandom random) {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            String text = query(random);
            long began = System.nanoTime();
            way.accept(text);
            nanos.add(System.nanoTime() - began);
        }
        return nanos;
    }

    private String query(SplittableRandom random) {
        Known known = people.known(random.nextInt(size));
        String folded = Folding.fold(known.name());
        return switch (random.nextInt(5)) {
            case 0 -> known.telephone();
            case 1 ->
                folded.substring(0, folded.length() - 2) + folded.charAt(folded.length() - 1) + " " + known.year();
            case 2 -> known.name() + " " + known.year();
            default -> folded + " " + known.year();
        };
    }
}
