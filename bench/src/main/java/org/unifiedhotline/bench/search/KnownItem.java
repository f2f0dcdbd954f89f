package org.unifiedhotline.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.unifiedhotline.bench.search.KnownQueries.Kind;
import org.unifiedhotline.bench.search.KnownQueries.Known;
import org.unifiedhotline.bench.stewardship.Api;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.searchindex.queries.SearchRequest;

/**
 * Whether people who are known to be there are found: {@code KnownItem SWITCHBOARD.sql HOTLINE.sql TRUTH.csv [SERVICE_URL [seed]]}.
 * With a service, a demo that was started with the dumps, its own master records are asked for over HTTP: a hit counts if
 * it holds a record of the person. Without one, an index of people joined as the truth says is made and asked. Of each kind of
 * query up to 500 that identify one person; {@code -Dmisses=N} shows so many that were not first.
 */
public final class KnownItem {
    private static final int MOST = 500;
    private static final int PAGE = 5;
    private static final int MISSES = Integer.getInteger("misses", 0);

    private KnownItem() {}

    public static void main(String[] arguments) throws IOException {
        PeopleOfDumps people = new PeopleOfDumps(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1;
        if (arguments.length > 3 && !arguments[3].isEmpty()) {
            ask(people, seed, overHttp(people, new Api(URI.create(arguments[3]), "office-script")));
            return;
        }
        try (LocalIndex index = new LocalIndex(ServerOptions.temporary(), people)) {
            index.prepare();
            Map<String, String> persons = new HashMap<>();
            people.people()
                    .keySet()
                    .forEach(person -> persons.put(PeopleOfDumps.idOf(person).toString(), person));
            ask(
                    people,
                    seed,
                    text -> index
                            .search()
                            .search(SearchRequest.of(text).sized(PAGE).withoutFacets())
                            .hits()
                            .stream()
                            .map(hit ->
                                    Set.of(persons.getOrDefault(hit.masterId().toString(), "")))
                            .toList());
        }
    }

    /** The people of each hit, first hit first. */
    private static Function<String, List<Set<String>>> overHttp(PeopleOfDumps people, Api office) {
        Map<String, String> personByRecord = new HashMap<>();
        people.people().forEach((person, records) -> {
            for (PersonRecord record : records) {
                personByRecord.put(record.key().toString(), person);
            }
        });
        return text -> {
            List<Set<String>> found = new ArrayList<>();
            for (JsonNode hit : office.get("/api/v1/search?facets=false&size=" + PAGE + "&q="
                            + URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .json()
                    .path("hits")) {
                Set<String> persons = new HashSet<>();
                hit.path("sourceRecords")
                        .forEach(record -> persons.add(personByRecord.getOrDefault(
                                record.path("source").asText() + "/"
                                        + record.path("table").asText() + "/"
                                        + record.path("localId").asText(),
                                "")));
                found.add(persons);
            }
            return found;
        };
    }

    private static void ask(PeopleOfDumps people, long seed, Function<String, List<Set<String>>> search) {
        KnownQueries queries = new KnownQueries(people.people(), seed);
        System.out.println("kind, queries, success at 1, success at 5");
        for (Kind kind : Kind.values()) {
            int first = 0;
            int among = 0;
            int shown = 0;
            List<Known> known = queries.of(kind, MOST);
            for (Known one : known) {
                List<Set<String>> found = search.apply(one.text());
                boolean isFirst = !found.isEmpty() && found.getFirst().contains(one.person());
                boolean isAmong = found.stream().anyMatch(persons -> persons.contains(one.person()));
                first += isFirst ? 1 : 0;
                among += isAmong ? 1 : 0;
                if (!isFirst && shown++ < MISSES) {
                    System.out.println(
                            "  " + (isAmong ? "not first: " : "not found: ") + one.text() + " " + one.person());
                }
            }
            System.out.printf(
                    "%s, %d, %.3f, %.3f%n",
                    kind, known.size(), (double) first / known.size(), (double) among / known.size());
        }
    }
}
