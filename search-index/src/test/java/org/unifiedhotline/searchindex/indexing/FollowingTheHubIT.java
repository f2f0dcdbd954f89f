package org.unifiedhotline.searchindex.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePeople;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.queries.SearchHit;
import org.unifiedhotline.searchindex.queries.SearchRequest;

@DisplayName("Following the hub, change by change")
class FollowingTheHubIT {
    private static final MasterId SOMEONE = SamplePerson.idOf(50);

    private static ElasticsearchServer elasticsearch;
    private static HubDatabase database;

    private Outbox outbox;
    private SampleIndex index;
    private static int number;

    @BeforeAll
    static void startServers(@TempDir Path keys) {
        elasticsearch = ElasticsearchServer.start(ServerOptions.temporary(), "http.max_content_length=1mb");
        PGSimpleDataSource hub = new PGSimpleDataSource();
        hub.setUrl(TestServers.hub().jdbcUrl(TestServers.hub().createDatabase("search_outbox")));
        hub.setUser(PostgresServer.SUPERUSER);
        hub.setPassword(PostgresServer.SUPERUSER);
        database = new HubDatabase(hub, Keystore.open(keys, Map.of(), true));
        database.migrate();
    }

    @AfterAll
    static void stopServers() {
        elasticsearch.close();
    }

    @BeforeEach
    void freshIndex() {
        elasticsearch.start();
        database.sql().sql("DELETE FROM outbox").update();
        outbox = new Outbox(database);
        index = SampleIndex.named("following-" + number++, elasticsearch.httpUrl(), database);
    }

    @Test
    @DisplayName("makes what changed searchable and takes it from the outbox")
    void changes() {
        index.indexing().life().prepare();
        publish(someone(1, "Bùi Thị Lan"));

        assertThat(index.indexing().indexer().indexNext()).isEqualTo(1);

        index.refresh();
        assertThat(namesFor("bui thi lan")).containsExactly("Bùi Thị Lan");
        assertThat(outbox.backlog()).isZero();
        assertThat(index.indexing().indexer().indexNext()).isZero();
    }

    @Test
    @DisplayName("shows the latest state after an update, and nothing after a removal")
    void updatesAndRemovals() {
        index.indexing().life().prepare();
        publish(someone(1, "Bùi Thị Lan"));
        index.indexing().indexer().indexNext();
        publish(someone(2, "Bùi Thị Liên"));
        index.indexing().indexer().indexNext();

        index.refresh();
        assertThat(namesFor("bui thi lien")).containsExactly("Bùi Thị Liên");
        assertThat(namesFor("lan")).doesNotContain("Bùi Thị Lan");

        index.hub().forget(SOMEONE);
        enter(SOMEONE, 3, "REMOVED");
        index.indexing().indexer().indexNext();

        index.refresh();
        assertThat(namesFor("bui thi lien")).isEmpty();
    }

    @Test
    @DisplayName("does no harm when entries come again, or in disorder")
    void replaysAndDisorder() {
        index.indexing().life().prepare();
        PersonFile first = someone(1, "Bùi Thị Lan");
        PersonFile second = someone(2, "Bùi Thị Liên");
        for (PersonFile state : List.of(second, first, second, first, first)) {
            publish(state);
            index.indexing().indexer().indexNext();
        }

        index.refresh();
        assertThat(namesFor("bui thi")).containsExactly("Bùi Thị Liên");

        index.hub().forget(SOMEONE);
        enter(SOMEONE, 3, "REMOVED");
        index.indexing().indexer().indexNext();
        publish(second);
        index.indexing().indexer().indexNext();

        index.refresh();
        assertThat(namesFor("bui thi")).isEmpty();
        assertThat(outbox.backlog()).isZero();
    }

    @Test
    @DisplayName("loses nothing while Elasticsearch is away, and catches up when it is back")
    void catchUp() {
        index.indexing().life().prepare();
        publish(someone(1, "Bùi Thị Lan"));
        index.indexing().indexer().indexNext();

        elasticsearch.kill();
        publish(someone(2, "Bùi Thị Liên"));
        SamplePeople.all().forEach(this::publish);
        assertThatThrownBy(() -> index.indexing().indexer().indexNext()).isInstanceOf(SearchUnavailableException.class);
        assertThatThrownBy(() -> namesFor("lan")).isInstanceOf(SearchUnavailableException.class);
        assertThat(outbox.backlog()).isEqualTo(14);

        elasticsearch.start();
        drain();

        index.refresh();
        assertThat(outbox.backlog()).isZero();
        assertThat(namesFor("bui thi lien")).containsExactly("Bùi Thị Liên");
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(14);
        assertThat(index.indexing().life().drift().none()).isTrue();
    }

    @Test
    @DisplayName("makes the index on the first call, and again when it was removed")
    void makesTheIndex() {
        assertThatThrownBy(() -> namesFor("lan")).isInstanceOf(SearchUnavailableException.class);
        publish(someone(1, "Bùi Thị Lan"));

        assertThat(index.indexing().indexer().indexNext()).isEqualTo(1);
        index.refresh();
        assertThat(namesFor("lan")).containsExactly("Bùi Thị Lan");

        index.removeIndices();
        SamplePeople.all().forEach(index.hub()::hold);
        publish(someone(2, "Bùi Thị Liên"));
        assertThatThrownBy(() -> index.indexing().indexer().indexNext()).isInstanceOf(SearchUnavailableException.class);
        assertThat(outbox.backlog()).isEqualTo(1);
        drain();
        index.refresh();
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(14);
    }

    @Test
    @DisplayName("fills a new index with what the hub holds")
    void prepareFills() {
        SamplePeople.all().forEach(index.hub()::hold);

        index.indexing().life().prepare();
        index.indexing().life().prepare();

        index.refresh();
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(13);
    }

    @Test
    @DisplayName("rebuilds without downtime, with the changes that come meanwhile")
    void rebuild() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().life().prepare();
        index.refresh();
        List<Long> found = new ArrayList<>();

        long written = index.indexing().life().rebuild(progress -> {
            found.add(index.search().search(SearchRequest.of("")).total());
            publish(someone(5, "Bùi Thị Lan"));
            index.hub().forget(SamplePerson.idOf(SamplePeople.HEN));
            enter(SamplePerson.idOf(SamplePeople.HEN), 9, "REMOVED");
            index.indexing().indexer().indexNext();
        });

        assertThat(written).isEqualTo(13);
        assertThat(found).containsExactly(13L);
        assertThat(namesFor("bui thi lan")).containsExactly("Bùi Thị Lan");
        assertThat(namesFor("h'hen nie")).isEmpty();
        assertThat(index.indexing().life().drift().none()).isTrue();
    }

    @Test
    @DisplayName(
            "keeps an index of an earlier version answering and up to date until the one of this version is filled")
    void earlierVersion() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().indexer().indexNext();
        String earlier = index.madeByVersion(IndexDefinition.VERSION - 1);
        List<List<String>> standing = new ArrayList<>();
        index.hub().whileRead(() -> {
            index.hub().whileRead(() -> {});
            assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(13);
            publish(someone(5, "Bùi Thị Lan"));
            index.indexing().indexer().indexNext();
            index.refresh();
            assertThat(namesFor("bui thi lan")).as("told by the earlier one").containsExactly("Bùi Thị Lan");
            standing.add(index.indices());
        });

        index.indexing().life().prepare();

        assertThat(standing)
                .singleElement()
                .satisfies(names -> assertThat(names)
                        .hasSize(2)
                        .contains(earlier)
                        .anyMatch(name -> name.contains("-v" + IndexDefinition.VERSION + "-")));
        assertThat(index.indices()).singleElement().asString().contains("-v" + IndexDefinition.VERSION + "-");
        assertThat(namesFor("bui thi lan")).containsExactly("Bùi Thị Lan");
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(14);
        assertThat(index.indexing().life().drift().none()).isTrue();
    }

    @Test
    @DisplayName(
            "builds a new index of a hub that was set back, where documents stand in later versions or for people who never were")
    void hubSetBack() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.hub().hold(someone(7, "Bùi Thị Lan"));
        index.indexing().life().prepare();
        index.refresh();

        index.hub().hold(someone(2, "Bùi Thị Liên"));
        index.indexing().life().prepare();
        index.refresh();
        assertThat(namesFor("bui thi lien")).containsExactly("Bùi Thị Liên");
        assertThat(namesFor("bui thi lan")).doesNotContain("Bùi Thị Lan");

        index.hub().neverHeld(SOMEONE);
        index.indexing().life().prepare();
        index.refresh();
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(13);
        assertThat(index.indexing().life().drift().none()).isTrue();
    }

    @Test
    @DisplayName("is made once by two instances that start at once, on a fresh search server, again and again")
    void startedTogether() throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String name = "together-" + round;
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<?>> prepared = new ArrayList<>();
                for (int instance = 0; instance < 2; instance++) {
                    prepared.add(instances.submit(() -> prepareWith(name, together)));
                }
                for (Future<?> done : prepared) {
                    done.get();
                }
                SampleIndex seen = SampleIndex.named(name, elasticsearch.httpUrl(), database);
                assertThat(seen.indices()).as(name).hasSize(1);
                seen.refresh();
                assertThat(seen.search().search(SearchRequest.of("")).total()).isEqualTo(13);
                seen.close();
            }
        }
    }

    /** One instance, which tries again as the route does. */
    private static boolean prepareWith(String name, CyclicBarrier together) throws Exception {
        try (SampleIndex instance = SampleIndex.named(name, elasticsearch.httpUrl(), database)) {
            SamplePeople.all().forEach(instance.hub()::hold);
            together.await();
            while (true) {
                try {
                    instance.indexing().life().prepare();
                    return true;
                } catch (SearchUnavailableException anotherMakesIt) {
                    assertThat(anotherMakesIt).hasMessage("Another instance makes the index");
                    Thread.sleep(20);
                }
            }
        }
    }

    @Test
    @DisplayName(
            "is rebuilt by one instance at a time; what it fills is not taken away from it by another, nor by a start")
    void rebuiltTogether() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().life().prepare();
        try (SampleIndex another = SampleIndex.named(index.alias(), elasticsearch.httpUrl(), database)) {
            SamplePeople.all().forEach(another.hub()::hold);

            long written = index.indexing().life().rebuild(progress -> {
                assertThatThrownBy(() -> another.indexing().life().rebuild(none -> {}))
                        .isInstanceOf(SearchUnavailableException.class)
                        .hasMessage("Another instance makes the index");
                another.indexing().life().prepare();
                assertThat(index.indices()).hasSize(2);
            });

            assertThat(written).isEqualTo(13);
            assertThat(index.indices()).hasSize(1);
            assertThat(another.indexing().life().rebuild(none -> {})).isEqualTo(13);
            assertThat(index.indices()).hasSize(1);
        }
    }

    @Test
    @DisplayName("stays as it was where the hub has given the right to rebuild it to another meanwhile")
    void rightLost() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().life().prepare();
        String before = index.indices().getFirst();

        assertThatThrownBy(() -> index.indexing()
                        .life()
                        .rebuild(progress -> database.sql()
                                .sql(
                                        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                                .query((row, number) -> row)
                                .list()))
                .isInstanceOf(SearchUnavailableException.class)
                .hasMessage("The right to make the index was lost");

        index.refresh();
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(13);
        index.indexing().life().rebuild(progress -> {});
        assertThat(index.indices()).hasSize(1).doesNotContain(before);
    }

    @Test
    @DisplayName("is one again where an alias led to two, and people were found twice")
    void ofTwoOne() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().life().prepare();
        index.copiedUnderTheAlias();
        index.refresh();
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(26);

        index.indexing().life().prepare();

        assertThat(index.indices()).hasSize(1);
        index.refresh();
        assertThat(index.search().search(SearchRequest.of("")).total()).isEqualTo(13);
    }

    @Test
    @DisplayName("never gives a shard up, also in an index that was made before this was said")
    void retries() throws Exception {
        index.indexing().life().prepare();
        assertThat(settings()).contains("\"index.allocation.max_retries\":\"1000000\"");
        index.unset("index.allocation.max_retries");
        assertThat(settings()).doesNotContain("max_retries");

        index.indexing().life().prepare();

        assertThat(settings()).contains("\"index.allocation.max_retries\":\"1000000\"");
    }

    private String settings() throws Exception {
        URI address =
                elasticsearch.httpUrl().resolve("/" + index.indices().getFirst() + "/_settings?flat_settings=true");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @DisplayName("names what index and hub do not agree on, and mends it")
    void driftAndRepair() {
        SamplePeople.all().forEach(index.hub()::hold);
        index.hub().hold(someone(1, "Bùi Thị Lan"));
        index.indexing().life().prepare();
        MasterId gone = SamplePerson.idOf(SamplePeople.HUNG);
        MasterId added = SamplePerson.idOf(60);
        index.hub().forget(gone);
        index.hub().hold(someone(2, "Bùi Thị Liên"));
        index.hub()
                .hold(SamplePerson.number(60)
                        .with(SampleRecord.caller(60).named("Cao Bá Quát"))
                        .file());

        IndexLife.Drift drift = index.indexing().life().drift();

        assertThat(drift.missing()).containsExactly(added);
        assertThat(drift.outdated()).containsExactly(SOMEONE);
        assertThat(drift.surplus()).containsExactly(gone);

        index.indexing().life().repair(drift.all());

        assertThat(index.indexing().life().drift().none()).isTrue();
    }

    @Test
    @DisplayName("writes batches larger than one bulk request")
    void largeBatches() {
        index.indexing().life().prepare();
        List<PersonFile> many = Stream.iterate(1000, person -> person + 1)
                .limit(9_000)
                .map(person -> SamplePerson.number(person)
                        .with(SampleRecord.caller(person).named("Bùi Thị Lan"))
                        .file())
                .toList();
        many.forEach(index.hub()::hold);
        database.sql()
                .sql("""
                        INSERT INTO outbox (master_id, version, kind)
                        SELECT master_id, 1, 'CHANGED' FROM unnest(?::uuid[]) AS many (master_id)
                        """)
                .param(many.stream().map(file -> file.master().id().value()).toArray(UUID[]::new))
                .update();

        drain();

        index.refresh();
        assertThat(index.search().search(SearchRequest.of("bui thi lan")).total())
                .isEqualTo(9_000);
    }

    @Test
    @DisplayName("sends a bulk that is too large in parts; a document too large alone is left out and named as drift")
    void tooLarge() {
        index.indexing().life().prepare();
        for (int person = 200; person < 260; person++) {
            publish(recordedOften(person, person == 230 ? 6_000 : 60));
        }

        drain();

        index.refresh();
        assertThat(index.search().search(SearchRequest.of("bui thi lan")).total())
                .isEqualTo(59);
        assertThat(outbox.backlog()).isZero();
        assertThat(index.indexing().life().drift().missing()).containsExactly(SamplePerson.idOf(230));
    }

    private static PersonFile recordedOften(int number, int records) {
        SamplePerson person = SamplePerson.number(number);
        for (int record = 0; record < records; record++) {
            person = person.with(SampleRecord.caller(number * 10_000 + record).named("Bùi Thị Lan"));
        }
        return person.file();
    }

    @Test
    @DisplayName("keeps nobody waiting who searches while Elasticsearch hangs; the indexer waits longer")
    void hangs() throws Exception {
        index.indexing().life().prepare();
        publish(someone(1, "Bùi Thị Lan"));
        index.indexing().indexer().indexNext();
        SearchIndexProperties defaults = SearchIndexProperties.at(elasticsearch.httpUrl(), "any");
        assertThat(defaults.searchTimeout()).isLessThan(defaults.requestTimeout());

        signal("STOP");
        try (ExecutorService indexer = Executors.newSingleThreadExecutor()) {
            Future<Integer> waiting = indexer.submit(() -> {
                publish(someone(2, "Bùi Thị Liên"));
                return index.indexing().indexer().indexNext();
            });
            assertThatThrownBy(() -> namesFor("lan")).isInstanceOf(SearchUnavailableException.class);
            assertThat(waiting.isDone()).as("the indexer is patient").isFalse();
            signal("CONT");
            assertThat(waiting.get()).isEqualTo(1);
        } finally {
            signal("CONT");
        }
        index.refresh();
        assertThat(namesFor("bui thi lien")).containsExactly("Bùi Thị Liên");
    }

    /** To the server and what started it. */
    private static void signal(String name) throws Exception {
        ProcessHandle first = elasticsearch.process().orElseThrow();
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        Stream.concat(Stream.of(first), first.descendants())
                                .map(process -> Long.toString(process.pid())))
                .toList();
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @Test
    @DisplayName("walks all standing master records of the real hub page by page, in the order of their ids")
    void walksTheHub() {
        HubRecords hub = HubRecords.of(new MasterRecords(database, anyRules()));
        List<String> ids = Stream.of("ffffffff", "00000001", "80000000", "7fffffff")
                .map(start -> start + "-0000-4000-8000-000000000000")
                .toList();
        ids.forEach(id -> database.sql()
                .sql("INSERT INTO master_record VALUES (?::uuid, 3, 'STANDING', NULL, now(), now())")
                .param(id)
                .update());
        List<StandingVersion> walked = new ArrayList<>();

        List<StandingVersion> page = hub.standing(null, 3);
        while (!page.isEmpty()) {
            walked.addAll(page);
            page = hub.standing(page.getLast().id(), 3);
        }

        assertThat(walked)
                .containsExactlyElementsOf(ids.stream()
                        .sorted()
                        .map(id -> new StandingVersion(MasterId.of(id), 3))
                        .toList());
    }

    private static SurvivorshipRules anyRules() {
        return new SurvivorshipRules(
                List.of(),
                Arrays.stream(SurvivorshipRules.Attribute.values())
                        .collect(Collectors.toMap(
                                attribute -> attribute, attribute -> List.of(SurvivorshipRules.Rule.values()[0]))));
    }

    private void drain() {
        while (index.indexing().indexer().indexNext() > 0) {
            // all that waits
        }
    }

    private static PersonFile someone(long version, String name) {
        return SamplePerson.number(50)
                .version(version)
                .with(SampleRecord.caller(50).named(name))
                .file();
    }

    /** The hub holds this state, and its outbox says so. */
    private void publish(PersonFile file) {
        index.hub().hold(file);
        enter(file.master().id(), file.master().version(), "CHANGED");
    }

    private static void enter(MasterId id, long version, String kind) {
        database.sql().sql("""
                        INSERT INTO outbox (master_id, version, kind) VALUES (?, ?, ?)
                            ON CONFLICT (master_id) DO UPDATE SET version = excluded.version, kind = excluded.kind
                        """).params(id.value(), version, kind).update();
    }

    private List<String> namesFor(String text) {
        return index.search().search(SearchRequest.of(text)).hits().stream()
                .map(SearchHit::displayName)
                .toList();
    }
}
