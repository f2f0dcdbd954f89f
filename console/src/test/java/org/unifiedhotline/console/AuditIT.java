package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.audit.AuditCheck;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.bulk.Progress;

/** What the auditor reads of what others did, over HTTP. */
@DisplayName("On record")
class AuditIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http auditor = Http.machine("auditor-script");
    private long before;

    @BeforeEach
    void now() {
        before = entries("/api/v1/audit?limit=1").getFirst().path("sequence").asLong();
    }

    @Test
    @DisplayName("is a search: who, from where, what for, its terms, and whom it showed")
    void search() {
        Http officer = Http.machine("office-script")
                .withHeader("X-Purpose", "tr%E1%BA%A3%20l%E1%BB%9Di%20gia%20%C4%91%C3%ACnh");
        JsonNode answer = officer.json("/api/v1/search?q=" + Http.encoded("nguyen thi hòa 2006"));
        List<String> shown = answer.path("hits").findValuesAsText("masterId");
        assertThat(shown).isNotEmpty();
        JsonNode entry = one("&kind=SEARCH");
        assertThat(entry.path("account").asText()).isEqualTo("office-script");
        assertThat(entry.path("roles").path(0).asText()).isEqualTo("officer");
        assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("call").asText()).isEqualTo("GET /api/v1/search");
        assertThat(entry.path("status").asInt()).isEqualTo(200);
        assertThat(entry.path("refused").asBoolean()).isFalse();
        assertThat(entry.path("details").path("purpose").asText()).isEqualTo("trả lời gia đình");
        assertThat(entry.path("details").path("asked").asText()).isEqualTo("/api/v1/search?q=nguyen thi hòa 2006");
        assertThat(texts(entry.path("masters"))).containsAll(shown);
    }

    @Test
    @DisplayName("is what was searched for behind any filling: all of the address, and the text and filters by name")
    void filled() {
        Http officer = Http.machine("office-script");
        String name = "Nguyễn Thị Hoa";
        String typed = Http.encoded(name);
        String filling = "A".repeat(9_000);
        officer.json("/api/v1/search?province=" + ",".repeat(9_000) + "10&q=" + typed);
        officer.json("/api/v1/search/suggestions?x=" + filling + "&q=" + typed);
        officer.json("/fhir/Patient?_pretty=" + filling + "&name=" + typed);
        officer.json("/fhir/Patient?name=" + "%20,".repeat(2_000) + typed);
        Http.machine("office-script")
                .withHeader("Prefer", "handling=lenient")
                .json("/fhir/Patient?filling=" + filling + "&name=" + typed);
        assertThat(Http.machine("office-script")
                        .post(
                                "/api/v1/exports",
                                "{\"q\":\"" + name + "\",\"filters\":{\"province\":[\"" + ",".repeat(20_000)
                                        + "10\"]},\"format\":\"CSV\",\"purpose\":\"a list\"}")
                        .statusCode())
                .isEqualTo(202);
        JsonNode exported = one("&kind=EXPORT").path("details");
        assertThat(exported.path("q").asText()).isEqualTo(name);
        assertThat(exported.path("filters").asText()).isEqualTo("{province=10}");
        assertThat(Http.machine("office-script")
                        .post(
                                "/api/v1/exports",
                                "{\"filters\":{\"exploitation\":[\"" + "!".repeat(17_000)
                                        + "\",\"FORCED_MARRIAGE\"]},\"format\":\"CSV\",\"purpose\":\"a list\"}")
                        .statusCode())
                .as("more than can be put on record")
                .isEqualTo(400);
        List<JsonNode> entries = entries("/api/v1/audit?after=" + before + "&kind=SEARCH");
        assertThat(entries)
                .hasSize(5)
                .allSatisfy(
                        entry -> assertThat(entry.path("details").toString()).contains(name));
        assertThat(entries.get(0).path("details").path("q").asText()).isEqualTo(name);
        assertThat(entries.get(0).path("details").path("filters").asText()).isEqualTo("{province=10}");
        assertThat(entries.get(0).path("details").path("asked").asText()).endsWith(",10&q=" + name);
        assertThat(entries.get(1).path("details").path("asked").asText()).endsWith("&q=" + name);
        assertThat(entries.get(1).path("details").path("q").asText()).isEqualTo(name);
        assertThat(entries.subList(2, 5))
                .extracting(entry -> entry.path("details").path("searched").asText())
                .containsOnly("name=" + name);
    }

    @Test
    @DisplayName("is the reading of a person, and is found by the person's id")
    void read() {
        Http officer = Http.machine("office-script");
        String id = officer.json("/api/v1/crosswalk/hotline/victim/70")
                .path("masterId")
                .asText();
        officer.json("/api/v1/master-records/" + id);
        List<JsonNode> entries = entries("/api/v1/audit?after=" + before + "&masterId=" + id);
        assertThat(entries)
                .extracting(entry -> entry.path("call").asText())
                .containsExactly("GET /api/v1/crosswalk/{source}/{table}/{localId}", "GET /api/v1/master-records/{id}");
        assertThat(entries)
                .as("what for: the role's standing purpose, where the call told none")
                .extracting(entry -> entry.path("details").path("purpose").asText())
                .containsExactly("coordination", "coordination");
    }

    @Test
    @DisplayName("answers whom an account saw in a time, as a breach asks: everybody shown then, nobody else")
    void whomAnAccountSaw() {
        Http officer = Http.machine("office-script");
        String other = idOf(officer, "switchboard/nguoi_goi/2");
        Instant from = Instant.now();
        String found = officer.json("/api/v1/search?q=" + Http.encoded("nguyen thi hòa 2006"))
                .path("hits")
                .path(0)
                .path("masterId")
                .asText();
        String read = idOf(officer, "hotline/caller/30");
        officer.json("/api/v1/master-records/" + read);
        Http.machine("supervisor-script").json("/api/v1/master-records/" + other);
        Instant to = Instant.now();
        officer.json("/api/v1/master-records/" + other);
        Set<String> seen = new TreeSet<>();
        for (JsonNode entry :
                entries("/api/v1/audit?account=office-script&from=" + from + "&to=" + to + "&after=0&limit=1000000")) {
            if (!entry.path("refused").asBoolean()) {
                seen.addAll(texts(entry.path("masters")));
            }
        }
        assertThat(seen).contains(found, read).doesNotContain(other);
    }

    private static String idOf(Http reader, String record) {
        return reader.json("/api/v1/crosswalk/" + record).path("masterId").asText();
    }

    @Test
    @DisplayName("tells what each role reads for, and which page asked")
    void standingPurposes() {
        Map.of(
                        Http.machine("steward-script"), "stewardship",
                        Http.machine("supervisor-script"), "supervision",
                        Http.machine("legacy-hotline"), "synchronization",
                        Http.person("counsellor-hn"), "counselling")
                .forEach((reader, purpose) -> {
                    now();
                    String asked = purpose.equals("synchronization")
                            ? "/api/v1/crosswalk/hotline/victim/70"
                            : "/api/v1/search?q=hoa";
                    assertThat(reader.withHeader("X-Page", "search").get(asked).statusCode())
                            .isEqualTo(200);
                    JsonNode details = entries("/api/v1/audit?after=" + before).stream()
                            .filter(entry -> asked.equals(
                                    entry.path("details").path("asked").asText()))
                            .findFirst()
                            .orElseThrow()
                            .path("details");
                    assertThat(details.path("purpose").asText()).isEqualTo(purpose);
                    assertThat(details.path("page").asText()).isEqualTo("search");
                });
    }

    @Test
    @DisplayName("tells that a page began to listen for changes, unless it is asked to leave that out")
    void listening() {
        try (Stream ignored = Stream.open(Http.person("officer"), null)) {
            assertThat(calls("")).contains("GET /api/v1/live");
            assertThat(calls("&streams=false")).doesNotContain("GET /api/v1/live");
        }
    }

    private List<String> calls(String filter) {
        return entries("/api/v1/audit?after=" + before + filter).stream()
                .map(entry -> entry.path("call").asText())
                .toList();
    }

    @Test
    @DisplayName("is an export, and one answer that is larger than any buffer")
    void export() {
        assertThat(Http.machine("office-script").get("/api/v1/crosswalk.csv").statusCode())
                .isEqualTo(200);
        assertThat(one("&kind=EXPORT").path("call").asText()).isEqualTo("GET /api/v1/crosswalk.csv");
    }

    @Test
    @DisplayName("is a decision, also one that fails")
    void decision() {
        Http steward = Http.machine("steward-script");
        String id = Http.machine("office-script")
                .json("/api/v1/crosswalk/hotline/victim/70")
                .path("masterId")
                .asText();
        HttpResponse<String> answer = steward.post(
                "/api/v1/master-records/" + id + "/merge", "{\"other\":\"" + id + "\",\"reason\":\"for a test\"}");
        JsonNode entry = one("&kind=DECISION");
        assertThat(entry.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(entry.path("account").asText()).isEqualTo("steward-script");
        assertThat(texts(entry.path("masters"))).containsExactly(id);
    }

    @Test
    @DisplayName("is who was refused: by role, by a forged token, without login")
    void refused() {
        Http.machine("admin-script").get("/api/v1/search?q=hoa");
        Http.withToken("forged").get("/api/v1/search?q=hoa");
        Http.nobody().get("/api/v1/search?q=hoa");
        List<JsonNode> entries = entries("/api/v1/audit?after=" + before + "&refused=true");
        assertThat(entries).extracting(entry -> entry.path("status").asInt()).containsExactly(403, 401, 401);
        assertThat(entries)
                .extracting(entry -> entry.path("account").asText(""))
                .containsExactly("admin-script", "", "");
        assertThat(entries)
                .allMatch(entry -> entry.path("details").path("asked").asText().contains("q=hoa"));
    }

    @Test
    @DisplayName("is who was refused with a token or session that does not hold, also where no entry is made otherwise")
    void refusedWhereNothingIsTold() {
        List<String> calls = List.of("/api/v1/pipeline", "/api/v1/equipment", "/api/v1/quality", "/api/v1/openapi");
        for (String call : calls) {
            assertThat(Http.withToken("forged").get(call).statusCode()).isEqualTo(401);
        }
        assertThat(Http.nobody()
                        .withCookie("UHR_SESSION", "planted")
                        .get("/api/v1/session")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Http.nobody().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(entries("/api/v1/audit?after=" + before + "&refused=true"))
                .as("all of them, but of a page that asks before anybody has logged in")
                .extracting(entry -> entry.path("details").path("asked").asText())
                .containsExactly(
                        "/api/v1/pipeline",
                        "/api/v1/equipment",
                        "/api/v1/quality",
                        "/api/v1/openapi",
                        "/api/v1/session");
    }

    @Test
    @DisplayName(
            "are refusals that come by the hundred as the first twenty, and after the minute how many more, whose, from where, and whom they asked for")
    void manyRefused() throws InterruptedException {
        Http refused = Http.person("counsellor-ag");
        for (int attempt = 0; attempt < 60; attempt++) {
            assertThat(refused.get("/api/v1/reconciliations/" + attempt % 10 + "/differences")
                            .statusCode())
                    .isEqualTo(403);
        }
        List<String> walked = walkedInVain();
        Set<String> named = walkedByNumber();
        String theirs = "/api/v1/audit?after=" + before + "&refused=true&call=differences&account=counsellor-ag";
        int written = entries(theirs).size(); // fewer if another test was refused the same in this minute
        assertThat(written).isBetween(1, 20);
        Instant until = Instant.now().plus(Duration.ofMinutes(3));
        while (entries(theirs).size() == written && Instant.now().isBefore(until)) {
            Thread.sleep(500);
        }
        JsonNode summary = entries(theirs).getLast();
        assertThat(summary.path("details").path("leftOut").asText()).isEqualTo(String.valueOf(60 - written));
        assertThat(summary.path("status").asInt()).isEqualTo(403);
        assertThat(summary.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entries(theirs)).hasSize(written + 1);
        String walker = "/api/v1/audit?after=" + before + "&refused=true&account=auditor-script";
        assertThat(awaitAsked(walker, walked)).as("each id that was tried").containsAll(walked);
        // Now, or within the ten minutes before, in which it is told once.
        JsonNode alert = awaitAlert("account=auditor-script", "refused at many people in a short time");
        assertThat(alert.path("details").path("people").asInt()).isGreaterThan(20);
        assertThat(awaitAsked("/api/v1/audit?after=" + before + "&refused=true&account=steward", named))
                .as("whom each record was of that was asked for by its number")
                .containsAll(named);
        awaitAlert("account=steward", "refused at many people in a short time");
    }

    @Test
    @DisplayName("is an alert, when somebody takes the list of everybody who may not be shown any number of people")
    void wholeList() throws InterruptedException {
        assertThat(Http.person("officer").get("/api/v1/crosswalk.csv").statusCode())
                .isEqualTo(200);
        long taken = one("&kind=EXPORT").path("sequence").asLong();
        assertThat(awaitAlert("account=officer&after=" + before, "a list of everybody")
                        .path("details")
                        .path("of")
                        .asText())
                .isEqualTo("entry " + taken);
    }

    @Test
    @DisplayName(
            "is an alert, when somebody opens, finds or exports whom their own centre by roles.yaml has not touched")
    void outsideCentre(@TempDir Path folder) throws Exception {
        String delivered;
        try (InputStream yaml = AuditIT.class.getResourceAsStream("/org/unifiedhotline/console/roles.yaml")) {
            delivered = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path roles = Files.writeString(
                folder.resolve("roles.yaml"),
                delivered.replace("\naccounts:\n", "\naccounts:\n  officer: { centres: [DANANG] }\n"));
        String hanoi = idOf(Http.machine("office-script"), "hotline/victim/70");
        try (var service = ConsoleService.startBeside(
                Map.of("unified-hotline.console.roles-file", roles.toUri().toString()))) {
            Http officer = Http.person(
                    "officer", "http://127.0.0.1:" + service.getWebServer().getPort());
            officer.json("/api/v1/master-records/" + hanoi);
            JsonNode opened = awaitAlert("account=officer&after=" + before, "outside their own centre");
            assertThat(texts(opened.path("masters"))).containsExactly(hanoi);
            officer.json("/api/v1/search?q=hoa");
            JsonNode found = awaitAlert("account=officer&after=" + before, "a list from outside their own centre");
            assertThat(texts(found.path("masters"))).contains(hanoi);
            JsonNode read = entries("/api/v1/audit?after=" + before + "&kind=READ&account=officer")
                    .getFirst();
            assertThat(read.path("details").path("centres").asText()).isEqualTo("DANANG");
        }
    }

    private JsonNode awaitAlert(String filter, String what) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(until)) {
            for (JsonNode alert : entries("/api/v1/audit?kind=ALERT&" + filter)) {
                if (alert.path("call").asText().equals(what)) {
                    return alert;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no alert '" + what + "' of " + filter);
    }

    /** Ids that somebody without the right tries one after the other. */
    private List<String> walkedInVain() {
        List<String> walked = new ArrayList<>();
        for (int attempt = 0; attempt < 50; attempt++) {
            String id = UUID.randomUUID().toString();
            assertThat(auditor.get("/api/v1/master-records/" + id).statusCode()).isEqualTo(403);
            walked.add(id);
        }
        return walked;
    }

    /** Rows of people for whom somebody is not cleared, asked for by their numbers; whose they are. */
    private static Set<String> walkedByNumber() {
        ApplicationContext service = ConsoleService.context();
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        List<SourceRecordKey> keys = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            String key = String.valueOf(39_700_000 + number);
            Map<String, @Nullable Object> row =
                    SmallWorld.victimRow("Zawalked " + "abcdefghijk".repeat(3).substring(number), false);
            row.put("dob", (1960 + number) + "-01-01");
            rows.put("victim/" + key, row);
            keys.add(SourceRecordKey.of(SourceSystem.HOTLINE, "victim", key));
        }
        SmallWorld.insert(service, SourceSystem.HOTLINE, rows);
        try {
            Http office = Http.machine("office-script");
            Http steward = Http.person("steward");
            Set<String> people = new TreeSet<>();
            for (SourceRecordKey key : keys) {
                String path = "/api/v1/crosswalk/" + key;
                people.add(office.json(path).path("masterId").asText());
                assertThat(steward.get(path).statusCode()).isEqualTo(403);
            }
            assertThat(people).hasSizeGreaterThan(25);
            return people;
        } finally {
            SmallWorld.delete(service, keys);
        }
    }

    private Set<String> awaitAsked(String path, Collection<String> ids) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofMinutes(3));
        Set<String> asked = new TreeSet<>();
        while (!asked.containsAll(ids) && Instant.now().isBefore(until)) {
            Thread.sleep(500);
            entries(path).forEach(entry -> asked.addAll(texts(entry.path("masters"))));
        }
        return asked;
    }

    @Test
    @DisplayName(
            "is found by what was typed, with or without marks, within a time; by the address, and by a part of the call")
    void found() {
        Instant since = Instant.now();
        Http office = Http.machine("office-script");
        office.json("/api/v1/search?q=" + Http.encoded("Tráng A Sèo"));
        office.json("/api/v1/search?q=hoa");
        String within = "/api/v1/audit?account=office-script&from=" + since;
        assertThat(asked(within + "&typed=" + Http.encoded("trang a seo")))
                .containsExactly("/api/v1/search?q=Tráng A Sèo");
        assertThat(asked(within + "&limit=1&typed=" + Http.encoded("SÈO coordination")))
                .as("in any order, among all that was said with the call")
                .containsExactly("/api/v1/search?q=Tráng A Sèo");
        assertThat(asked(within + "&typed=" + Http.encoded("nowhere said"))).isEmpty();
        assertThat(auditor.get("/api/v1/audit?typed=seo").statusCode())
                .as("without a time")
                .isEqualTo(400);
        assertThat(asked(within + "&address=127.0.0.1")).hasSize(2);
        assertThat(asked(within + "&address=127.0.0.2")).isEmpty();
        assertThat(asked(within + "&call=" + Http.encoded("V1/Search"))).hasSize(2);
        assertThat(asked(within + "&call=crosswalk")).isEmpty();
    }

    private List<String> asked(String address) {
        return entries(address).stream()
                .map(entry -> entry.path("details").path("asked").asText())
                .toList();
    }

    @Test
    @DisplayName(
            "is with what configuration the service started: fingerprints of its files and settings, and of no secret")
    void configuration() {
        JsonNode start = entries("/api/v1/audit?after=0&kind=SERVICE&limit=1").getFirst();
        assertThat(start.path("call").asText()).isEqualTo("start");
        JsonNode details = start.path("details");
        for (String file : List.of(
                "roles.yaml",
                "stewards.yaml",
                "audit-alerts.yaml",
                "retention.yaml",
                "survivorship.yaml",
                "match model")) {
            assertThat(details.path("file " + file).asText()).as(file).matches("[0-9a-f]{64}");
        }
        assertThat(details.path("setting spring.datasource.url").asText()).matches("[0-9a-f]{16}");
        assertThat(details.toString()).doesNotContain("password", "jdbc:");
    }

    @Test
    @DisplayName("are login, logout, and who failed to log in")
    void sessions() {
        Http.nobody().login("officer", "wrong");
        Http officer = Http.person("officer").withCsrf();
        assertThat(officer.post("/logout").statusCode()).isEqualTo(204);
        List<JsonNode> entries = entries("/api/v1/audit?after=" + before + "&kind=SESSION");
        assertThat(entries)
                .extracting(entry -> entry.path("call").asText() + " "
                        + entry.path("status").asInt() + " "
                        + entry.path("account").asText())
                .containsExactly("POST /login 401 null", "POST /login 204 officer", "POST /logout 204 officer");
        assertThat(entries.getFirst().path("details").path("attemptedAs").asText())
                .isEqualTo("officer");
    }

    @Test
    @DisplayName("is that the trail itself was read; and it goes on page by page, in both directions")
    void pages() {
        for (int time = 0; time < 5; time++) {
            Http.machine("office-script").json("/api/v1/search?q=hoa");
        }
        List<JsonNode> oldest = entries("/api/v1/audit?kind=SEARCH&limit=2&after=" + before);
        List<JsonNode> next = entries("/api/v1/audit?kind=SEARCH&limit=10&after="
                + oldest.getLast().path("sequence").asLong());
        assertThat(oldest).hasSize(2);
        assertThat(next).hasSize(3);
        List<JsonNode> newest = entries("/api/v1/audit?kind=SEARCH&limit=2");
        assertThat(newest.getFirst()).isEqualTo(next.getLast());
        assertThat(entries("/api/v1/audit?kind=SEARCH&limit=1&before="
                        + newest.getLast().path("sequence").asLong()))
                .containsExactly(next.getFirst());
        assertThat(entries("/api/v1/audit?limit=1&account=auditor-script")
                        .getFirst()
                        .path("call")
                        .asText())
                .isEqualTo("GET /api/v1/audit");
    }

    @Test
    @DisplayName("is taken along as Common Event Format too")
    void commonEventFormat() {
        Http.machine("office-script").json("/api/v1/search?q=" + Http.encoded("a=b|c"));
        String line =
                auditor.get("/api/v1/audit?kind=SEARCH&format=cef&limit=1").body();
        assertThat(line)
                .startsWith("CEF:0|Department of Children|Unified Hotline Records|1|SEARCH|GET /api/v1/search|3|rt=")
                .contains("suser=office-script src=127.0.0.1 request=GET /api/v1/search outcome=allowed")
                .contains("q\\=a\\=b|c");
    }

    @Test
    @DisplayName("is nothing that was asked in words that mean nothing")
    void malformed() {
        for (String query : List.of("kind=OTHER", "from=yesterday", "masterId=7", "limit=0", "format=xml", "after=x")) {
            assertThat(auditor.get("/api/v1/audit?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("must be whatever is answered: without the trail there is a problem, and nothing of a person")
    void withoutTheTrail() {
        Http officer = Http.machine("office-script");
        TestServers.hub().run("console", "REVOKE INSERT ON audit.entry FROM hub");
        try {
            HttpResponse<String> answer = officer.get("/api/v1/search?q=" + Http.encoded("nguyen thi hoa"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("not-on-record").doesNotContain("masterId", "NGUYEN");
            assertThat(officer.get("/api/v1/crosswalk.csv").body()).doesNotContain("switchboard");
        } finally {
            TestServers.hub().run("console", "GRANT INSERT ON audit.entry TO hub");
        }
        assertThat(officer.get("/api/v1/search?q=hoa").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("is all of it unchanged")
    void verified() {
        HubDatabase hub = ConsoleService.context().getBean(HubDatabase.class);
        assertThat(new AuditCheck(hub, ConsoleService.AUDIT, List.of(), Progress.NONE)
                        .run()
                        .complaints())
                .isEmpty();
    }

    private JsonNode one(String filter) {
        List<JsonNode> entries = entries("/api/v1/audit?after=" + before + filter);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private List<JsonNode> entries(String path) {
        HttpResponse<String> answer = auditor.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(AuditIT::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
