package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * A second service over the same hub, whose table of roles is narrower than the delivered one: readers of one label, and of one province. The
 * girl is at home in Lào Cai in her records of before, and in Hà Nội in one that is added here.
 */
@DisplayName("Where roles read one label or one province alone,")
class NarrowReadersIT {
    private static final SourceRecordKey IN_HANOI = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "66");

    /** What the delivered table says, and what it says here instead. */
    private static final Map<String, String> NARROWER = Map.of(
            "officer:            { sources: [switchboard, hotline], centres: [all], provinces: [all], labels: [ORDINARY, CHILD, TRAFFICKING_VICTIM]",
            "officer:            { sources: [switchboard, hotline], centres: [all], provinces: [all], labels: [CHILD]",
            "steward:            { sources: [switchboard, hotline], centres: [all], provinces: [all], labels: [ORDINARY, CHILD, TRAFFICKING_VICTIM]",
            "steward:            { sources: [switchboard, hotline], centres: [all], provinces: [all], labels: [ORDINARY]",
            "supervisor:         { sources: [switchboard, hotline], centres: [all], provinces: [all],",
            "supervisor:         { sources: [switchboard, hotline], centres: [all], provinces: [\"01\"],",
            "counsellor:         { sources: [switchboard, hotline], centres: [own], provinces: [all],",
            "counsellor:         { sources: [switchboard, hotline], centres: [all], provinces: [own],",
            "counsellor-hn: { centres: [HANOI] }",
            "counsellor-hn: { provinces: [\"15\"] }",
            "counsellor-dn: { centres: [DANANG] }",
            "counsellor-dn: { provinces: [\"01\"] }",
            "counsellor-ag: { centres: [ANGIANG] }",
            "counsellor-ag: { provinces: [\"91\"] }");

    private static final String OF_HER_IN_HANOI = "Sen Hà Thành";

    private static final List<String> OF_THE_CHILD = List.of("NGUYEN THI HOA", "010306001234", "TE-2021-000123");

    private static final List<String> OF_THE_VICTIM = List.of(
            "Xiao Hua",
            "xiao hua",
            "MB-21-00042",
            "FORCED_MARRIAGE",
            "RESCUED",
            "XN-2021-7788",
            "Thị Hòa",
            "hotline,victim",
            "Bị bán qua");

    private static final List<String> OF_CALLERS = List.of(
            "Trần Văn Tâm",
            "tran van tam",
            "0903 111 222",
            "+84903111222",
            "0912.345.678",
            "Ngõ 7 chợ Cán Cấu",
            "Chồng không được biết",
            "hotline,caller",
            "nguoi_goi,");

    private static final List<String> OF_LAO_CAI = join(
            List.of(
                    "Giàng Thị Mỷ",
                    "giang thi my",
                    "Mẹ báo con gái mất tích",
                    "Mẹ khóc suốt cuộc gọi",
                    "TE-2021-000123"),
            OF_THE_VICTIM,
            OF_CALLERS);

    /** What each reader is never told, by any call. */
    private static final Map<String, List<String>> HIDDEN = new TreeMap<>(Map.of(
            "officer", join(OF_THE_VICTIM, OF_CALLERS),
            "steward", join(OF_THE_CHILD, OF_THE_VICTIM, List.of(OF_HER_IN_HANOI)),
            "supervisor", OF_LAO_CAI,
            "counsellor-hn", List.of(OF_HER_IN_HANOI),
            "counsellor-dn", OF_LAO_CAI,
            "counsellor-ag", join(OF_LAO_CAI, OF_THE_CHILD, List.of(OF_HER_IN_HANOI))));

    /** What each is told of what is within; who is not here is told of nobody. */
    private static final Map<String, String> SHOWN = new TreeMap<>(Map.of(
            "officer", "NGUYEN THI HOA",
            "steward", "Giàng Thị Mỷ",
            "supervisor", OF_HER_IN_HANOI,
            "counsellor-hn", "Xiao Hua",
            "counsellor-dn", OF_HER_IN_HANOI));

    private static ServletWebServerApplicationContext narrow;
    private static Map<String, Http> readers;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        SmallWorld.insert(
                ConsoleService.context(),
                SourceSystem.SWITCHBOARD,
                Map.of(
                        "tre_em/66",
                        SmallWorld.childRow(
                                "ho_ten", "NGUYEN THI HOA",
                                "ten_goi_khac", OF_HER_IN_HANOI,
                                "ngay_sinh", "12/03/2006",
                                "so_dinh_danh", "010306001234",
                                "ma_tinh", "01",
                                "ngay_tao", "2022-03-09T17:04:05")));
        Path roles = Files.writeString(folder.resolve("roles.yaml"), narrower());
        narrow = ConsoleService.startBeside(
                Map.of("unified-hotline.console.roles-file", roles.toUri().toString()));
        readers =
                PeopleCalls.readers("http://127.0.0.1:" + narrow.getWebServer().getPort());
    }

    @AfterAll
    static void stop() {
        if (narrow != null) {
            narrow.close();
        }
        SmallWorld.delete(ConsoleService.context(), List.of(IN_HANOI));
    }

    @Test
    @DisplayName("no call tells any of them a value of a record outside")
    void everyCall() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Integer> shown = new TreeMap<>();
        try (OpenWork work = new OpenWork()) {
            // Files of exports lie at the service that made them: exported() makes some here.
            List<PeopleCalls.Call> calls = PeopleCalls.about(work).stream()
                    .filter(call -> !call.path().contains(work.export))
                    .toList();
            HIDDEN.forEach((name, hidden) -> {
                for (PeopleCalls.Call call : calls) {
                    HttpResponse<String> answer = call.by(readers.get(name));
                    if (answer.body().contains(SHOWN.getOrDefault(name, "nothing at all"))) {
                        shown.merge(name, 1, Integer::sum);
                    }
                    softly.assertThat(answer.statusCode())
                            .as("%s by %s", call.told(), name)
                            .isIn(200, 403, 404);
                    softly.assertThat(answer.body())
                            .as("%s by %s", call.told(), name)
                            .doesNotContain(hidden);
                }
            });
        }
        softly.assertThat(shown.keySet())
                .as("readers who are told of their own")
                .isEqualTo(SHOWN.keySet());
        softly.assertThat(shown.values()).as("calls that tell it").allMatch(calls -> calls > 1);
        softly.assertAll();
    }

    @Test
    @DisplayName("no command about who is not wholly within is taken from any of them, and none changes anything")
    void commands() {
        Http all = Http.machine("supervisor-script");
        SoftAssertions softly = new SoftAssertions();
        try (OpenWork work = new OpenWork()) {
            List<String> before = PersonCommands.state(work, all);
            for (String name : HIDDEN.keySet()) {
                for (PersonCommands.Command command : PersonCommands.about(work)) {
                    HttpResponse<String> answer = command.by(readers.get(name));
                    softly.assertThat(answer.statusCode())
                            .as("%s by %s", command.told(), name)
                            .isIn(403, 404);
                    softly.assertThat(answer.body())
                            .as("%s by %s", command.told(), name)
                            .doesNotContain(HIDDEN.get(name));
                }
            }
            assertThat(PersonCommands.state(work, all)).isEqualTo(before);
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("of a case and a call within it is not told whose record outside reported and called")
    void reporters() {
        String girl = idOf("switchboard/tre_em/7");
        assertThat(page("officer", girl).body())
                .contains("TE-2021-000123", "cuoc_goi")
                .doesNotContain("nguoi_goi");
        assertThat(Http.person("officer").get("/api/v1/master-records/" + girl).body())
                .contains("nguoi_goi");
    }

    @Test
    @DisplayName("models, samples, and what was typed about them are told to none of them")
    void models() {
        try (OpenWork work = new OpenWork()) {
            for (String path : List.of(
                    "/api/v1/models",
                    "/api/v1/models/" + work.model,
                    "/api/v1/models/" + work.model + "/file",
                    "/api/v1/models/" + work.model + "/weights",
                    "/api/v1/quality/samples",
                    "/api/v1/quality/samples/" + work.sample)) {
                for (String reader : List.of("steward", "supervisor")) {
                    HttpResponse<String> answer = readers.get(reader).get(path);
                    assertThat(answer.statusCode()).as("%s by %s", path, reader).isEqualTo(403);
                    assertThat(answer.body()).doesNotContain("opened to be looked at");
                }
            }
        }
    }

    @Test
    @DisplayName("a file holds the records within alone")
    void exported() {
        for (String name : List.of("officer", "steward", "supervisor")) {
            Http reader = readers.get(name);
            String id = Http.json(
                            reader.post("/api/v1/exports", "{\"q\":\"\",\"format\":\"CSV\",\"purpose\":\"a test\"}"))
                    .path("id")
                    .asText();
            OpenWork.await(() ->
                    reader.json("/api/v1/exports/" + id).path("state").asText().equals("READY"));
            String file = reader.get("/api/v1/exports/" + id + "/file").body();
            assertThat(file.lines().count()).as(name).isGreaterThan(1);
            assertThat(file).as(name).doesNotContain(HIDDEN.get(name));
        }
    }

    @Test
    @DisplayName("a person is made of the records within: of the child's alone, or of those of one province")
    void rebuilt() {
        String girl = idOf("switchboard/tre_em/7");
        assertThat(idOf("switchboard/tre_em/66")).as("she is one person").isEqualTo(girl);
        assertThat(records("officer", girl)).containsExactly("tre_em 66", "tre_em 7");
        assertThat(records("counsellor-hn", girl)).containsExactly("tre_em 7", "victim 70");
        for (String ofHanoi : List.of("supervisor", "counsellor-dn")) {
            assertThat(records(ofHanoi, girl)).as(ofHanoi).containsExactly("tre_em 66");
            assertThat(page(ofHanoi, girl).body()).contains(OF_HER_IN_HANOI);
        }
        for (String nobody : List.of("steward", "counsellor-ag")) {
            assertThat(page(nobody, girl).statusCode()).as(nobody).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "a search finds, counts and suggests by those records alone, and a home that nobody knows is of no province")
    void found() {
        String girl = idOf("switchboard/tre_em/7");
        String mother = idOf("switchboard/nguoi_goi/1");
        SmallWorld.addPossibleLink(ConsoleService.context());
        try {
            assertThat(hits("officer", "nguyen thi hoa")).contains(girl).doesNotContain(mother);
            assertThat(hits("officer", "le thi hoa")).contains(idOf("switchboard/tre_em/80"));
            assertThat(hits("steward", "giang thi my")).containsExactly(mother);
            assertThat(hits("steward", "nguyen thi hoa")).doesNotContain(girl);
            assertThat(hits("supervisor", "sen ha thanh")).containsExactly(girl);
            assertThat(hits("supervisor", "xiao hua")).isEmpty();
            assertThat(hits("supervisor", "giang thi my")).isEmpty();
            assertThat(hits("supervisor", "")).containsExactly(girl);
            assertThat(hits("counsellor-hn", "xiao hua")).startsWith(girl); // then who reported her case
            assertThat(hits("counsellor-hn", "sen ha thanh")).isEmpty();
            assertThat(hits("counsellor-hn", "le thi hoa")).doesNotContain(idOf("switchboard/tre_em/80"));
            assertThat(hits("counsellor-dn", "")).containsExactly(girl);
            assertThat(hits("counsellor-ag", "")).isEmpty();
            assertThat(suggested("counsellor-hn", "sen ha")).isEmpty();
            assertThat(suggested("counsellor-dn", "sen ha")).isNotEmpty();
        } finally {
            SmallWorld.removePossibleLink(ConsoleService.context());
        }
    }

    private static TreeSet<String> records(String reader, String person) {
        TreeSet<String> records = new TreeSet<>();
        for (JsonNode record : Http.json(page(reader, person)).path("sourceRecords")) {
            records.add(
                    record.path("table").asText() + " " + record.path("localId").asText());
        }
        return records;
    }

    private static HttpResponse<String> page(String reader, String person) {
        return readers.get(reader).get("/api/v1/master-records/" + person);
    }

    private static List<String> hits(String reader, String text) {
        JsonNode answer = readers.get(reader).json("/api/v1/search?facets=true&q=" + Http.encoded(text));
        List<String> hits = answer.path("hits").findValuesAsText("masterId");
        assertThat(answer.path("total").asInt()).isEqualTo(hits.size());
        return hits;
    }

    private static JsonNode suggested(String reader, String text) {
        return readers.get(reader)
                .json("/api/v1/search/suggestions?q=" + Http.encoded(text))
                .path("items");
    }

    private static String idOf(String record) {
        return Http.machine("office-script")
                .json("/api/v1/crosswalk/" + record)
                .path("masterId")
                .asText();
    }

    private static String narrower() throws IOException {
        String table;
        try (InputStream delivered = Objects.requireNonNull(
                NarrowReadersIT.class.getResourceAsStream("roles.yaml"), "the delivered roles")) {
            table = new String(delivered.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> line : NARROWER.entrySet()) {
            assertThat(table).contains(line.getKey());
            table = table.replace(line.getKey(), line.getValue());
        }
        return table;
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        return Arrays.stream(lists).flatMap(List::stream).toList();
    }
}
