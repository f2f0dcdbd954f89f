package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.console.SmallWorld.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * A second service over the same hub, whose table of roles grants the switchboard the hotline's rows too. A child of both lines was never
 * asked whether her data may be shared; the girl of the small world consented.
 */
@DisplayName("A legacy system that was granted the other's rows, over HTTP,")
class ConsentOverHttpIT {
    private static final SourceRecordKey CHILD = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "981");
    private static final SourceRecordKey VICTIM = SourceRecordKey.of(SourceSystem.HOTLINE, "victim", "981");
    private static final String PIX = "/fhir/Patient/$ihe-pix?sourceIdentifier=";
    private static final String DESCRIBED = """
            {"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient",
             "name":[{"text":"%s"}],"birthDate":"2006-07-15"}}]}""";

    private static ServletWebServerApplicationContext granted;
    private static Http switchboard;
    private static Http office;
    private static String notAsked;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        SmallWorld.insert(
                ConsoleService.context(),
                SourceSystem.SWITCHBOARD,
                Map.of(
                        "tre_em/981",
                        SmallWorld.childRow(
                                "ho_ten",
                                "Vàng Thị Zakept",
                                "ngay_sinh",
                                "15/07/2006",
                                "so_dinh_danh",
                                "010306004321")));
        SmallWorld.insert(
                ConsoleService.context(),
                SourceSystem.HOTLINE,
                Map.of(
                        "victim/981",
                        row(
                                "family_name",
                                "Vàng",
                                "middle_and_given_name",
                                "Thị Zakept",
                                "aliases",
                                List.of("Zahidden Mei"),
                                "dob",
                                "2006-07-15",
                                "dob_precision",
                                "D",
                                "sex",
                                "F",
                                "id_type",
                                "CCCD",
                                "id_number",
                                "010306004321",
                                "nationality",
                                "VN",
                                "ethnicity",
                                null,
                                "home_province",
                                null,
                                "home_district",
                                null,
                                "home_commune",
                                null,
                                "phone",
                                null,
                                "guardian_name",
                                null,
                                "guardian_phone",
                                null,
                                "consent_to_share",
                                null,
                                "created_at",
                                "2021-03-12T02:00:00Z",
                                "updated_at",
                                null)));
        Path roles = Files.writeString(folder.resolve("roles.yaml"), grantedBoth());
        granted = ConsoleService.startBeside(
                Map.of("unified-hotline.console.roles-file", roles.toUri().toString()));
        String url = "http://127.0.0.1:" + granted.getWebServer().getPort();
        switchboard = Http.machine("legacy-switchboard", url);
        office = Http.machine("office-script", url);
        notAsked = masterOf("switchboard/tre_em/981");
        assertThat(masterOf("hotline/victim/981")).as("she is one person").isEqualTo(notAsked);
    }

    @AfterAll
    static void stop() {
        if (granted != null) {
            granted.close();
        }
        SmallWorld.delete(ConsoleService.context(), List.of(CHILD));
        SmallWorld.delete(ConsoleService.context(), List.of(VICTIM));
    }

    @Test
    @DisplayName("is told in the crosswalk the rows of the system that it asks about alone, of whom was not asked")
    void crosswalk() {
        assertThat(told(switchboard, "/api/v1/crosswalk/switchboard/tre_em/981"))
                .contains("tre_em")
                .doesNotContain("victim");
        assertThat(told(switchboard, "/api/v1/crosswalk/hotline/victim/981"))
                .contains("victim")
                .doesNotContain("tre_em");
        assertThat(told(switchboard, "/api/v1/crosswalk/switchboard/tre_em/7"))
                .as("of whom consents")
                .contains("tre_em", "victim");
        assertThat(told(office, "/api/v1/crosswalk/switchboard/tre_em/981")).contains("tre_em", "victim");
    }

    @Test
    @DisplayName("is told in the list and in the changes no other row of whom was not asked")
    void lists() {
        assertThat(told(switchboard, "/api/v1/crosswalk.csv"))
                .contains("switchboard,tre_em,981", "hotline,victim,70")
                .doesNotContain("hotline,victim,981");
        assertThat(told(office, "/api/v1/crosswalk.csv")).contains("hotline,victim,981");
        assertThat(changed(switchboard))
                .anyMatch(change -> change.contains("tre_em") && change.contains("981"))
                .anyMatch(change -> change.contains("victim") && change.contains("70"))
                .noneMatch(change -> change.contains("victim") && change.contains("981"));
        assertThat(changed(office)).anyMatch(change -> change.contains("victim") && change.contains("981"));
    }

    @Test
    @DisplayName("is told by PIX the identifiers of the system that it asks about alone")
    void pix() {
        String child = PIX + Http.encoded("urn:unified-hotline:switchboard:tre_em|981");
        assertThat(told(switchboard, child)).doesNotContain(":hotline:");
        assertThat(told(office, child)).contains("urn:unified-hotline:hotline:victim");
        assertThat(told(switchboard, PIX + Http.encoded("urn:unified-hotline:switchboard:tre_em|7")))
                .contains("urn:unified-hotline:hotline:victim");
    }

    @Test
    @DisplayName("reads in FHIR its own records of whom was not asked, and finds and matches by these alone")
    void fhir() {
        assertThat(told(switchboard, "/fhir/Patient/" + notAsked))
                .contains("Zakept")
                .doesNotContain("Zahidden", ":hotline:");
        assertThat(told(switchboard, "/fhir/Patient/" + masterOf("switchboard/tre_em/7")))
                .contains("Xiao Hua", ":hotline:");
        assertThat(told(switchboard, "/fhir/Patient?name=zakept"))
                .contains(notAsked)
                .doesNotContain("Zahidden", ":hotline:");
        assertThat(told(switchboard, "/fhir/Patient?name=zahidden")).doesNotContain(notAsked);
        assertThat(told(
                        switchboard,
                        "/fhir/Patient?identifier=" + Http.encoded("urn:unified-hotline:hotline:victim|981")))
                .doesNotContain(notAsked);
        assertThat(told(office, "/fhir/Patient?name=zahidden")).contains(notAsked, "Zahidden");
        assertThat(matched(switchboard, "Vàng Thị Zakept")).contains(notAsked).doesNotContain("Zahidden", ":hotline:");
        assertThat(matched(office, "Vàng Thị Zakept")).contains(notAsked, "Zahidden");
    }

    private static String matched(Http reader, String name) {
        return ok(reader.post("/fhir/Patient/$match", DESCRIBED.formatted(name)));
    }

    private static List<String> changed(Http reader) {
        List<String> changes = new ArrayList<>();
        for (JsonNode change :
                reader.json("/api/v1/crosswalk/changes?size=1000").path("changes")) {
            changes.add(change.toString());
        }
        return changes;
    }

    private static String told(Http reader, String path) {
        return ok(reader.get(path));
    }

    private static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String masterOf(String record) {
        return office.json("/api/v1/crosswalk/" + record).path("masterId").asText();
    }

    private static String grantedBoth() throws IOException {
        String own = "legacy-switchboard: { sources: [switchboard],";
        try (InputStream delivered = Objects.requireNonNull(
                ConsentOverHttpIT.class.getResourceAsStream("roles.yaml"), "the delivered roles")) {
            String table = new String(delivered.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(table).contains(own);
            return table.replace(own, "legacy-switchboard: { sources: [switchboard, hotline],");
        }
    }
}
