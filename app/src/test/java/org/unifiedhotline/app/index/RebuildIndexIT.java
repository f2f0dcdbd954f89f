package org.unifiedhotline.app.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.app.hub.SmallHub;
import org.unifiedhotline.app.hub.SmallHub.Said;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.SurvivorshipReader;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.indexing.BuildRight;
import org.unifiedhotline.searchindex.indexing.HubRecords;
import org.unifiedhotline.searchindex.indexing.Indexing;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.server.SearchServer;

@DisplayName("rebuild-index")
class RebuildIndexIT {
    private static final RebuildIndexCommand REBUILD = new RebuildIndexCommand();

    @Test
    @DisplayName("builds what is missing or was altered anew from the hub, shows how far it is, and says what it wrote")
    void rebuilds() throws Exception {
        SmallHub small = new SmallHub("rebuild_index", 100);
        resolve(small);
        URI elasticsearch = TestServers.search().httpUrl();
        SearchIndexProperties settings = SearchIndexProperties.at(elasticsearch, "rebuild-index");
        List<String> given = List.of(
                "--unified-hotline.search.url=" + elasticsearch, "--unified-hotline.search.index=rebuild-index");

        Said first = run(small, given);
        assertThat(first.code()).as(first.err()).isZero();
        MasterRecords records = records(small);
        long people = records.count();
        assertThat(people).isGreaterThan(50);
        assertThat(first.out()).isEqualTo(people + " documents\n");
        assertThat(first.err()).contains("write documents 100 %");

        try (SearchServer server = SearchServer.at(settings);
                Indexing service = new Indexing(
                        server,
                        settings,
                        new Outbox(small.hub()),
                        HubRecords.of(records),
                        BuildRight.of(small.hub()))) {
            Search search = new Search(server, "rebuild-index", service.state(), service.hidden());
            assertThat(search.search(SearchRequest.of("")).total()).isEqualTo(people);
            server.ask(
                    "a removal",
                    client -> client.delete(delete -> delete.index("rebuild-index")
                            .id(records.standing(null, 1).getFirst().id().toString())));
            assertThat(service.life().drift().missing()).hasSize(1);

            Said again = run(small, given);
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(service.life().drift().none()).isTrue();

            while (service.indexer().indexNext() > 0) {}
            assertThat(search.search(SearchRequest.of("")).total())
                    .as("the service goes on with the new index")
                    .isEqualTo(people);
        }
    }

    @Test
    @DisplayName("could not run where hub or index is away, or the arguments are wrong; and tells how it is called")
    void couldNotRun() {
        assertThat(SmallHub.run(REBUILD, List.of("now")).code()).isEqualTo(2);
        assertThat(SmallHub.run(REBUILD, List.of("--demo=/nowhere")).code()).isEqualTo(2);
        assertThat(SmallHub.run(REBUILD, List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/hub"))
                        .code())
                .isEqualTo(2);
        SmallHub small = new SmallHub("rebuild_index_away", 5);
        Said away = run(small, List.of("--unified-hotline.search.url=http://127.0.0.1:1"));
        assertThat(away.code()).isEqualTo(2);
        assertThat(away.err()).contains("Elasticsearch cannot be reached");
        assertThat(SmallHub.run(REBUILD, List.of("--help")).out()).contains("Exit code: 0");
    }

    private static Said run(SmallHub small, List<String> more) {
        List<String> all = new ArrayList<>(small.settings());
        all.addAll(more);
        return SmallHub.run(REBUILD, all);
    }

    private static MasterRecords records(SmallHub small) throws Exception {
        return new MasterRecords(small.hub(), SurvivorshipReader.read(config("survivorship.yaml")));
    }

    private static void resolve(SmallHub small) throws Exception {
        small.hub().write(() -> new ResolutionPhase(small.hub()).moveTo(Phase.INCREMENTAL));
        Resolver resolver = new Resolver(small.hub(), model(), 100, Duration.ZERO);
        while (resolver.resolveNext() > 0) {
            // goes on
        }
    }

    private static MatchModel model() throws IOException {
        return ModelReader.read(config("matching/vietnam.yaml"));
    }

    private static String config(String file) throws IOException {
        try (var stream = RebuildIndexIT.class.getClassLoader().getResourceAsStream("config/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
