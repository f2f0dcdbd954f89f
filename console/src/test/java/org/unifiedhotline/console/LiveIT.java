package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.TestServers;

/** The stream of what changes, over real HTTP from a real hub. */
@DisplayName("What changes")
class LiveIT {
    private static final Http AUDITOR = Http.machine("auditor-script");
    private static final Http OFFICE = Http.machine("office-script");

    @Test
    @DisplayName("is told while a page is open: the id and kind of a person's change, and nothing else of the person")
    void told() {
        try (Stream stream = Stream.open(Http.person("officer"), null)) {
            stream.await("standing");
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm Anh");
            Stream.Event event = stream.await("person");
            JsonNode data = event.json();
            assertThat(data.path("masterId").asText()).isEqualTo(masterOf("/api/v1/crosswalk/hotline/caller/30"));
            assertThat(data.path("kind").asText()).isEqualTo("CHANGED");
            assertThat(data).hasSize(2);
            assertThat(Long.parseLong(event.id())).isPositive();
        }
    }

    @Test
    @DisplayName("is told from where one stopped, also after the line or the service was away")
    void resumed() {
        String before;
        try (Stream stream = Stream.open(Http.person("officer"), null)) {
            before = stream.await("standing").id();
        }
        SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm Bình");
        try (Stream stream = Stream.open(Http.person("officer"), before)) {
            assertThat(stream.await("person").json().path("masterId").asText())
                    .isEqualTo(masterOf("/api/v1/crosswalk/hotline/caller/30"));
        }
        assertThat(Stream.status(OFFICE, "yesterday")).isEqualTo(400);
    }

    @Test
    @DisplayName("to a person for whom somebody is not cleared is not told of that person")
    void notCleared() {
        try (Stream steward = Stream.open(Http.person("steward"), null);
                Stream supervisor = Stream.open(Http.person("supervisor"), null)) {
            steward.await("standing");
            supervisor.await("standing");
            SmallWorld.addPossibleLink(ConsoleService.context());
            SmallWorld.renameVictim(ConsoleService.context(), "Thị Hoà");
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm Châu");
            String girl = masterOf("/api/v1/crosswalk/hotline/victim/70");
            String notAsked = masterOf("/api/v1/crosswalk/hotline/victim/81");
            String child = masterOf("/api/v1/crosswalk/switchboard/tre_em/80");
            String caller = masterOf("/api/v1/crosswalk/hotline/caller/30");
            // A case names both: each change of one renews the other as well.
            assertThat(supervisor.peopleUntil(caller, 2)).contains(girl, notAsked, child);
            assertThat(steward.peopleUntil(caller, 2))
                    .as("whom a steward is cleared for, and neither who consented nor who was not asked")
                    .contains(child)
                    .doesNotContain(girl, notAsked);
        } finally {
            SmallWorld.removePossibleLink(ConsoleService.context());
            SmallWorld.renameVictim(ConsoleService.context(), "Thị Hòa");
        }
    }

    @Test
    @DisplayName(
            "to a counsellor is told of people of whom their centre touched a record, and no more than that something changed")
    void withinScope() {
        try (Stream hanoi = Stream.open(Http.person("counsellor-hn"), null);
                Stream danang = Stream.open(Http.person("counsellor-dn"), null);
                Stream supervisor = Stream.open(Http.person("supervisor"), null)) {
            hanoi.await("standing");
            danang.await("standing");
            supervisor.await("standing");
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm Dũng");
            SmallWorld.renameVictim(ConsoleService.context(), "Thị Hoà");
            String girl = masterOf("/api/v1/crosswalk/hotline/victim/70");
            String caller = masterOf("/api/v1/crosswalk/hotline/caller/30");
            assertThat(supervisor.peopleUntil(girl, 2)).contains(caller);
            assertThat(hanoi.peopleUntil(girl, 1)).doesNotContain(caller);
            SmallWorld.renameVictim(ConsoleService.context(), "Thị Hòa");
            assertThat(hanoi.await("person").json().path("kind").asText()).isEqualTo("CHANGED");
            assertThat(danang.heard("person")).isFalse();
        }
    }

    @Test
    @DisplayName("is told to the auditor only where it is an alert, and at once")
    void alerts() {
        try (Stream auditor = Stream.open(Http.person("auditor"), null)) {
            auditor.await("standing");
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm Giang");
            String girl = masterOf("/api/v1/crosswalk/hotline/victim/70");
            Http counsellor = Http.person("counsellor-ag").withCsrf();
            try {
                counsellor.post(
                        "/api/v1/master-records/" + girl + "/reveal",
                        "{\"fields\":[\"all\"],\"purpose\":\"danger\",\"reason\":\"at our door\"}");
                auditor.await("alert");
            } finally { // the other tests' counsellor knows nothing of her
                counsellor.call("DELETE", "/api/v1/master-records/" + girl + "/reveal");
            }
            assertThat(auditor.heard("person")).isFalse();
        }
    }

    @Test
    @DisplayName(
            "is told to officers, stewards, supervisors, counsellors and auditors only, and to nobody without a login")
    void whoMayListen() {
        assertThat(Stream.status(OFFICE, null)).isEqualTo(200);
        assertThat(Stream.status(Http.machine("admin-script"), null)).isEqualTo(403);
        assertThat(Stream.status(Http.machine("legacy-hotline"), null)).isEqualTo(403);
        assertThat(Stream.status(Http.nobody(), null)).isEqualTo(401);
    }

    @Test
    @DisplayName("is told no longer than the session lasts")
    void sessionEnds() {
        Http person = Http.person("officer");
        try (Stream stream = Stream.open(person, null)) {
            stream.await("standing");
            assertThat(person.withCsrf().post("/logout").statusCode()).isEqualTo(204);
            assertThat(stream.hasEnded()).isTrue();
        }
    }

    @Test
    @DisplayName(
            "is told to as many windows of one account as are allowed; one more takes the place of the oldest, which is told so")
    void manyWindows() {
        List<Stream> open = new ArrayList<>();
        Http person = Http.person("supervisor");
        try {
            for (int window = 0; window < 10; window++) {
                open.add(Stream.open(person, null));
                open.getLast().await("standing");
            }
            open.add(Stream.open(person, null));
            open.getLast().await("standing");
            open.getFirst().await("replaced");
            assertThat(open.getFirst().hasEnded()).isTrue();
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Mười");
            open.get(1).await("person");
            open.getLast().await("person");
        } finally {
            open.forEach(Stream::close);
        }
    }

    @Test
    @DisplayName("is told to others in time while one reads nothing at all")
    void slowReader() throws IOException {
        Http officer = Http.person("officer");
        URI service = URI.create(ConsoleService.url());
        try (Socket slow = new Socket(service.getHost(), service.getPort())) {
            slow.setReceiveBufferSize(1024);
            slow.getOutputStream()
                    .write(("GET /api/v1/live HTTP/1.1\r\nHost: x\r\nCookie: UHR_SESSION="
                                    + officer.cookie("UHR_SESSION") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            try (Stream reader = Stream.open(officer, null)) {
                reader.await("standing");
                for (int change = 0; change < 20; change++) {
                    SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Tâm " + (char) ('A' + change));
                }
                for (int change = 0; change < 20; change++) {
                    assertThat(reader.await("person").json().path("kind").asText())
                            .isEqualTo("CHANGED");
                }
            }
        }
    }

    @Test
    @DisplayName(
            "is on record with whom it told of: at the end of the stream, and while it lasts; not an entry a change")
    void onRecord() throws InterruptedException {
        long before = head();
        String caller = masterOf("/api/v1/crosswalk/hotline/caller/30");
        try (Stream lasting = Stream.open(Http.person("supervisor"), null)) {
            lasting.await("standing");
            try (Stream ending = Stream.open(Http.person("officer"), null)) {
                ending.await("standing");
                for (int change = 0; change < 8; change++) {
                    SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Ghi " + (char) ('A' + change));
                    ending.await("person");
                }
            }
            List<JsonNode> ended = awaitEntries(before, caller, "officer");
            assertThat(ended).hasSizeLessThan(8).allSatisfy(entry -> {
                assertThat(entry.path("call").asText()).isEqualTo("GET /api/v1/live");
                assertThat(entry.path("kind").asText()).isEqualTo("READ");
                assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
            });
            assertThat(awaitEntries(before, caller, "supervisor"))
                    .as("of a stream that lasts")
                    .hasSizeLessThan(8);
            assertThat(lasting.peopleUntil(caller, 8)).contains(caller);
        }
    }

    @Test
    @DisplayName("is kept to be put on record while the trail cannot be written")
    void onRecordLater() throws InterruptedException {
        long before = head();
        String caller = masterOf("/api/v1/crosswalk/hotline/caller/30");
        try (Stream stream = Stream.open(Http.person("officer"), null)) {
            stream.await("standing");
            SmallWorld.renameHotlineCaller(ConsoleService.context(), "Trần Văn Sau");
            stream.await("person");
            TestServers.hub().run("console", "REVOKE INSERT ON audit.entry FROM hub");
        }
        try {
            Thread.sleep(Duration.ofSeconds(12)); // the heartbeat finds that nobody listens any more
        } finally {
            TestServers.hub().run("console", "GRANT INSERT ON audit.entry TO hub");
        }
        assertThat(awaitEntries(before, caller, "officer")).isNotEmpty();
    }

    /** What is on record of whom streams told somebody about, once there is something. */
    private static List<JsonNode> awaitEntries(long after, String master, String account) throws InterruptedException {
        String asked =
                "/api/v1/audit?streams=false&call=live&after=" + after + "&masterId=" + master + "&account=" + account;
        Instant until = Instant.now().plus(Duration.ofMinutes(3));
        List<JsonNode> entries = entries(asked);
        while (entries.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(500);
            entries = entries(asked);
        }
        assertThat(entries).as("on record of " + account).isNotEmpty();
        return entries;
    }

    private static long head() {
        return entries("/api/v1/audit?limit=1").getFirst().path("sequence").asLong();
    }

    private static List<JsonNode> entries(String path) {
        return AUDITOR.get(path).body().lines().map(LiveIT::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String masterOf(String path) {
        return OFFICE.json(path).path("masterId").asText();
    }
}
