package org.unifiedhotline.bench.search;

import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.unifiedhotline.bench.search.GeneratedPeople.Known;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.Suggestions;

/**
 * How long a search takes among so many people, with several users at once, beside a plain {@code multi_match} on the same
 * index: {@code SearchLatency FOLDER [people, default 1000000 [users, default 8 [seconds, default 30]]]}. The first run fills
 * an Elasticsearch in the folder, later ones go on with it. Queries are of people who are there, as {@link Asked} tells; what
 * each kind takes is told apart too. All ways are run for as long before they are measured, since a server that has just started
 * compiles for a minute.
 */
public final class SearchLatency {
    /** Rounds ask about people of their own: what was warmed is the server, not the answers. */
    private static final int WARMING = 1;

    private static final int MEASURED = 2;
    private static final ReaderScope ONE_CENTRE =
            ReaderScope.all().of(new ReaderScope.OnlyCentres(Set.of(Centre.HANOI)));

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
            Suggestions suggestions = index.suggestions();
            Map<String, Consumer<String>> ways = new LinkedHashMap<>();
            ways.put("search with facets, 20 hits", text -> search.search(SearchRequest.of(text)));
            ways.put(
                    "search with facets, of one centre",
                    text -> search.search(SearchRequest.of(text).within(ONE_CENTRE)));
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

    /** What is typed, and how often of a hundred times. */
    private enum Asked {
        NAME_AND_YEAR(35),
        NAME_WITH_A_SLIP_AND_YEAR(15),
        TELEPHONE(15),
        NAME_AND_PROVINCE(10),
        NAME_ONLY(5),
        NAME_WITH_MARKS_AND_YEAR(5),
        CASE_NUMBER(5),
        CITIZEN_NUMBER(5),
        MOTHER_OF(5);

        private final int share;

        Asked(int share) {
            this.share = share;
        }

        static Asked any(SplittableRandom random) {
            int lot = random.nextInt(100);
            for (Asked asked : values()) {
                lot -= asked.share;
                if (lot < 0) {
                    return asked;
                }
            }
            throw new IllegalStateException("the shares make a hundred");
        }
    }

    /** What was asked, and how long the answer took. */
    private record Taken(Asked asked, long nanos) {}

    private void measure(String name, Consumer<String> way) {
        List<Taken> taken = run(way, MEASURED);
        tell(name, taken);
        for (Asked asked : Asked.values()) {
            tell(
                    "  " + asked.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    taken.stream().filter(one -> one.asked() == asked).toList());
        }
    }

    private void tell(String name, List<Taken> taken) {
        long[] nanos = taken.stream().mapToLong(Taken::nanos).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-34s %7d asked, %6.0f a second, p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms%n",
                name,
                nanos.length,
                (double) nanos.length / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private List<Taken> run(Consumer<String> way, int round) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            List<CompletableFuture<List<Taken>>> all = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                SplittableRandom random = new SplittableRandom((long) round * users + user);
                all.add(CompletableFuture.supplyAsync(() -> askUntil(end, way, random), threads));
            }
            return all.stream().flatMap(one -> one.join().stream()).toList();
        }
    }

    private List<Taken> askUntil(long end, Consumer<String> way, SplittableRandom random) {
        List<Taken> taken = new ArrayList<>();
        while (System.nanoTime() < end) {
            Asked asked = Asked.any(random);
            String text = text(asked, random);
            long began = System.nanoTime();
            way.accept(text);
            taken.add(new Taken(asked, System.nanoTime() - began));
        }
        return taken;
    }

    private String text(Asked asked, SplittableRandom random) {
        Known known = known(asked, random);
        String folded = Folding.fold(known.name());
        return switch (asked) {
            case NAME_AND_YEAR -> folded + " " + known.year();
            case NAME_WITH_A_SLIP_AND_YEAR ->
                folded.substring(0, folded.length() - 2) + folded.charAt(folded.length() - 1) + " " + known.year();
            case TELEPHONE -> known.telephone();
            case NAME_AND_PROVINCE ->
                folded + " " + Folding.fold(known.home().province().replaceFirst("Tỉnh |Thành phố ", ""));
            case NAME_ONLY -> folded;
            case NAME_WITH_MARKS_AND_YEAR -> known.name() + " " + known.year();
            case CASE_NUMBER -> known.caseNumber();
            case CITIZEN_NUMBER -> Objects.requireNonNull(known.identity());
            case MOTHER_OF -> given(Objects.requireNonNull(known.mother())) + " mẹ của " + given(known.name());
        };
    }

    /** Somebody who has what is asked by. */
    private Known known(Asked asked, SplittableRandom random) {
        while (true) {
            Known known = people.known(random.nextInt(size));
            boolean has = switch (asked) {
                case CASE_NUMBER, MOTHER_OF -> known.mother() != null;
                case CITIZEN_NUMBER -> known.identity() != null;
                default -> true;
            };
            if (has) {
                return known;
            }
        }
    }

    private static String given(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
