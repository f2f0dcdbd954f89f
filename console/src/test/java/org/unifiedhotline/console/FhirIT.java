package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Other systems ask in FHIR R4; every answer is held to HL7's definitions. */
@DisplayName("In FHIR R4")
class FhirIT {
    private static final String PERSON = "/fhir/Patient/";
    private static final String NGUOI_GOI = "urn:unified-hotline:switchboard:nguoi_goi";
    private static final String TRE_EM = "urn:unified-hotline:switchboard:tre_em";
    private static final String VICTIM = "urn:unified-hotline:hotline:victim";
    private static final String CALLER = "urn:unified-hotline:hotline:caller";
    private static final String MASTER = "urn:unified-hotline:master-record";
    private static final String CCCD = "urn:unified-hotline:identity:cccd";
    private static final String MASKED = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private static final String THE_GIRL = """
            {"resourceType":"Parameters","parameter":[
              {"name":"resource","resource":{"resourceType":"Patient",
                "name":[{"family":"Nguyễn","given":["Thị","Hoà"]}],"gender":"female","birthDate":"2006-03-12",
                "identifier":[{"system":"urn:unified-hotline:identity:cccd","value":"010306001234"}]}}%s]}""";

    private final ApplicationContext service = ConsoleService.context();
    private final Http office = Http.machine("office-script");
    private final Http switchboard = Http.machine("legacy-switchboard");
    private final Http hotline = Http.machine("legacy-hotline");
    private final String girl = idOf("switchboard/tre_em/7");
    private final String mother = idOf("switchboard/nguoi_goi/1");

    private String idOf(String row) {
        return office.json("/api/v1/crosswalk/" + row).path("masterId").asText();
    }

    private static JsonNode sound(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        assertThat(FhirDefinitions.complaints(answer.body())).isEmpty();
        return Http.json(answer);
    }

    private static String refused(HttpResponse<String> answer, int status) {
        JsonNode outcome = sound(answer, status);
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.path("issue").path(0).path("severity").asText()).isEqualTo("error");
        return outcome.path("issue").path(0).path("code").asText();
    }

    private JsonNode found(Http reader, String query) {
        return sound(reader.get("/fhir/Patient?" + query), 200);
    }

    private static List<String> ids(JsonNode bundle) {
        List<String> ids = new ArrayList<>();
        bundle.path("entry").forEach(entry -> {
            if (entry.path("search").path("mode").asText().equals("match")) {
                ids.add(entry.path("resource").path("id").asText());
            }
        });
        return ids;
    }

    private static Map<String, List<String>> identifiers(JsonNode holder, String name) {
        Map<String, List<String>> values = new TreeMap<>();
        holder.path(name)
                .forEach(one -> values.computeIfAbsent(one.path("system").asText(), unseen -> new ArrayList<>())
                        .add(one.path("value").asText("(absent)")));
        return values;
    }

    @Test
    @DisplayName("a master record is read as a Patient, with all names, numbers and where they are from")
    void patient() {
        HttpResponse<String> answer = office.get(PERSON + girl);
        JsonNode patient = sound(answer, 200);
        assertThat(FhirDefinitions.warnings(answer.body()))
                .as("but a narrative, and codes for which HL7's lists have none that is suitable")
                .allMatch(warning -> warning.contains("dom-6") || warning.contains("unless it has no suitable code"));
        assertThat(patient.path("id").asText()).isEqualTo(girl);
        assertThat(patient.path("active").asBoolean()).isTrue();
        assertThat(patient.path("gender").asText()).isEqualTo("female");
        assertThat(patient.path("birthDate").asText()).isEqualTo("2006-03-12");
        assertThat(identifiers(patient, "identifier"))
                .containsEntry(MASTER, List.of(girl))
                .containsEntry(TRE_EM, List.of("7"))
                .containsEntry(VICTIM, List.of("70"))
                .containsEntry(CCCD, List.of("010306001234"));
        assertThat(patient.path("name").findValuesAsText("text")).contains("Nguyễn Thị Hòa", "Na", "Xiao Hua");
        JsonNode name = patient.path("name").path(0);
        assertThat(name.path("use").asText()).isEqualTo("official");
        assertThat(name.path("text").asText()).isEqualTo("Nguyễn Thị Hòa");
        assertThat(name.path("family").asText()).isEqualTo("Nguyễn");
        assertThat(name.path("given")).extracting(JsonNode::asText).containsExactly("Thị", "Hòa");
        assertThat(patient.path("address").path(0).path("state").asText()).isEqualTo("Lào Cai");
        assertThat(patient.path("address").path(0).path("district").asText()).isEqualTo("Bát Xát");
        assertThat(patient.path("contact").findValuesAsText("code")).contains("MTH", "GUARD");
        assertThat(patient.path("contact").findValuesAsText("text")).contains("Giàng Thị Mỷ");
        assertThat(patient.path("contact").findValuesAsText("value")).contains("+84912345678");
        assertThat(patient.has("telecom"))
                .as("her family's telephone is not her own")
                .isFalse();
        assertThat(patient.path("extension").findValuesAsText("code")).containsExactly("VN");
        assertThat(patient.path("meta").path("security").findValuesAsText("code"))
                .containsExactly("V");
        assertThat(answer.headers().firstValue("ETag"))
                .contains("W/\"" + patient.path("meta").path("versionId").asText() + "\"");
    }

    @Test
    @DisplayName(
            "a legacy system reads its own rows of a person and the master id, plainly, and nothing of the other's")
    void ownRowsOnly() {
        JsonNode own = sound(switchboard.get(PERSON + girl), 200);
        assertThat(identifiers(own, "identifier"))
                .containsOnlyKeys(MASTER, TRE_EM, CCCD)
                .containsEntry(CCCD, List.of("010306001234"));
        assertThat(own.toString()).doesNotContain("Xiao Hua", "Hòa", ":hotline:");
        assertThat(own.path("meta").path("tag").findValuesAsText("code")).containsExactly("SUBSETTED");
        assertThat(own.path("meta").path("security").findValuesAsText("code")).containsExactly("R");
        JsonNode others = sound(hotline.get(PERSON + girl), 200);
        assertThat(identifiers(others, "identifier")).containsOnlyKeys(MASTER, VICTIM, CCCD);
        assertThat(refused(hotline.get(PERSON + mother), 404)).isEqualTo("not-found");
        assertThat(ids(found(hotline, "name=" + Http.encoded("Giàng Thị Mỷ")))).isEmpty();
        assertThat(ids(found(switchboard, "name=" + Http.encoded("Xiao Hua")))).isEmpty();
        assertThat(ids(found(switchboard, "name=nguyen+hoa"))).containsExactly(girl);
    }

    @Test
    @DisplayName("what a counsellor does not read plainly is absent, with the reason masked")
    void masked() {
        Http counsellor = Http.person("counsellor-hn");
        JsonNode patient = sound(counsellor.get(PERSON + girl), 200);
        JsonNode number = null;
        for (JsonNode one : patient.path("identifier")) {
            number = one.path("system").asText().equals(CCCD) ? one : number;
        }
        assertThat(number).isNotNull();
        assertThat(number.has("value")).isFalse();
        assertThat(number.path("_value").path("extension").path(0).path("url").asText())
                .isEqualTo(MASKED);
        assertThat(patient.toString()).doesNotContain("010306001234", "Xiao Hua");
        assertThat(patient.path("meta").path("security").findValuesAsText("code"))
                .containsExactly("R", "MASKED");
        assertThat(patient.path("contact").findValuesAsText("value")).contains("+84912345678");
        assertThat(ids(found(counsellor, "identifier=010306001234")))
                .as("nobody is found by what is masked")
                .isEmpty();
        assertThat(ids(found(counsellor, "family=nguyen"))).contains(girl);
        assertThat(refused(Http.person("counsellor-dn").get(PERSON + girl), 404))
                .isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "identifier=urn:unified-hotline:switchboard:tre_em|7 girl",
                "identifier=urn:unified-hotline:identity:cccd|010306001234 girl",
                "identifier=010306001234 girl",
                "identifier=urn:unified-hotline:hotline:victim|7 nobody",
                "identifier=urn:of:nobody|7 nobody",
                "identifier=urn:unified-hotline:switchboard:nguoi_goi|1,urn:unified-hotline:hotline:victim|70 both",
                "name=hoà&birthdate=2006-03-12 girl",
                "name=nguyễn&birthdate=2006-03 girl",
                "name:exact=Nguyễn%Thị%Hòa girl",
                "name:exact=Nguyen%Thi girl-not",
                "family=NGUYEN&given=thi&birthdate=2006 girl",
                "given=nguyen&birthdate=2006-03-12 girl-not",
                "name=xiao girl",
                "name=nguyen&birthdate=gt2006-03-11 girl",
                "name=nguyen&birthdate=gt2006-03-12 girl-not",
                "name=nguyen&birthdate=ge2006-03-12&birthdate=le2006-03-12 girl",
                "name=nguyen&birthdate=lt2006-03-12 girl-not",
                "name=nguyen&birthdate=sa2006-02 girl",
                "name=nguyen&birthdate=eb2006-03-13 girl",
                "name=nguyen&birthdate=ne2006-03-12 girl-not",
                "name=nguyen&birthdate=ap2006 girl",
                "name=hoa&birthdate=2006-03-12&gender=male nobody",
                "name=hoa&birthdate=2006-03-12&gender=female girl",
                "phone=0912345678 mother",
                "telecom=phone|%2B84912345678 mother",
                "telecom=email|0912345678 nobody",
            })
    @DisplayName("people are found by")
    void search(String query, String who) {
        String asked = query.replace("|", "%7C").replaceAll("%(?![0-9A-F]{2})", "%20");
        StringBuilder encoded = new StringBuilder();
        asked.chars()
                .forEach(letter -> encoded.append(
                        letter < 128 ? String.valueOf((char) letter) : Http.encoded(String.valueOf((char) letter))));
        List<String> ids = ids(found(office, encoded.toString()));
        switch (who) {
            case "girl" -> assertThat(ids).contains(girl);
            case "girl-not" -> assertThat(ids).doesNotContain(girl);
            case "mother" -> assertThat(ids).containsExactly(mother);
            case "both" -> assertThat(ids).containsExactlyInAnyOrder(girl, mother);
            default -> assertThat(ids).isEmpty();
        }
    }

    @Test
    @DisplayName("pages follow each other by their links until everybody has been told once")
    void pages() {
        long all = found(office, "_count=0").path("total").asLong();
        List<String> told = new ArrayList<>();
        String next = "/fhir/Patient?_count=2";
        while (!next.isEmpty()) {
            JsonNode page = sound(office.get(next), 200);
            assertThat(page.path("total").asLong()).isEqualTo(all);
            assertThat(ids(page)).hasSizeBetween(1, 2);
            told.addAll(ids(page));
            next = "";
            for (JsonNode link : page.path("link")) {
                next = link.path("relation").asText().equals("next")
                        ? link.path("url")
                                .asText()
                                .substring(ConsoleService.url().length())
                        : next;
            }
        }
        assertThat(told).doesNotHaveDuplicates().hasSize((int) all);
        assertThat(found(office, "_count=0").has("entry")).isFalse();
    }

    @Test
    @DisplayName("a search may stand in the body; what was searched is on record, and whom it told")
    void searchByBody() {
        HttpResponse<String> answer = office.form("/fhir/Patient/_search", "identifier=" + Http.encoded(TRE_EM + "|7"));
        assertThat(ids(sound(answer, 200))).containsExactly(girl);
        JsonNode last = Http.json(
                Http.machine("auditor-script").get("/api/v1/audit?kind=SEARCH&account=office-script&limit=1"));
        assertThat(last.path("call").asText()).isEqualTo("POST /fhir/Patient/_search");
        assertThat(last.toString()).contains(girl);
        assertThat(last.path("details").path("searched").asText()).isEqualTo("identifier=" + TRE_EM + "|7");
    }

    @Test
    @DisplayName(
            "what was searched or described in a body is on record behind any filling, or refused where it is too long for that")
    void filledBody() {
        String name = Http.encoded("Nguyễn Thị Hoa");
        String search = "/fhir/Patient/_search";
        sound(office.form(search, "_pretty=" + "A".repeat(9_000) + "&name=" + name), 200);
        assertThat(recorded("POST " + search).path("searched").asText()).isEqualTo("name=Nguyễn Thị Hoa");
        assertThat(refused(office.form(search, "_pretty=" + "A".repeat(17_000) + "&name=" + name), 400))
                .isEqualTo("too-long");
        assertThat(refused(office.form(search, "name=&".repeat(2_000) + "name=" + name), 400))
                .isEqualTo("value");
        String filled = """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient",
                 "text":{"status":"generated","div":"%s"},"name":[{"text":"Nguyễn Thị Hoa"}]}}]}""";
        String match = "/fhir/Patient/$match";
        sound(office.post(match, filled.formatted("A".repeat(9_000))), 200);
        assertThat(recorded("POST " + match).path("described").asText()).contains("Nguyễn Thị Hoa");
        assertThat(refused(office.post(match, filled.formatted("A".repeat(17_000))), 400))
                .isEqualTo("too-long");
    }

    private static JsonNode recorded(String call) {
        JsonNode last = Http.json(
                Http.machine("auditor-script").get("/api/v1/audit?kind=SEARCH&account=office-script&limit=1"));
        assertThat(last.path("call").asText()).isEqualTo(call);
        return last.path("details");
    }

    @Test
    @DisplayName("parameters that are not known are refused, or ignored and told where that is wished")
    void unknownParameters() {
        assertThat(refused(office.get("/fhir/Patient?nmae=hoa"), 400)).isEqualTo("not-supported");
        assertThat(refused(
                        Http.machine("office-script")
                                .withHeader("Prefer", "handling=strict")
                                .get("/fhir/Patient?nmae=hoa"),
                        400))
                .isEqualTo("not-supported");
        JsonNode lenient = sound(
                Http.machine("office-script")
                        .withHeader("Prefer", "handling=lenient")
                        .get("/fhir/Patient?nmae=hoa&_id=" + girl),
                200);
        assertThat(ids(lenient)).containsExactly(girl);
        assertThat(lenient.path("entry").findValuesAsText("severity")).containsExactly("warning");
        assertThat(lenient.path("link").path(0).path("url").asText()).doesNotContain("nmae");
        assertThat(refused(office.get("/fhir/Patient?name:contains=hoa"), 400)).isEqualTo("not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "birthdate=yesterday",
                "birthdate=2006-13",
                "birthdate=2006-02-30",
                "birthdate=0000",
                "gender=girl",
                "_count=x",
                "_page=x",
                "_count=1&_count=2",
                "name=%00"
            })
    @DisplayName("a value that a parameter cannot have is refused:")
    void wrongValues(String query) {
        refused(office.get("/fhir/Patient?" + query), 400);
    }

    @Test
    @DisplayName("answers are JSON: other formats are refused in either direction")
    void formats() {
        assertThat(refused(office.get(PERSON + girl + "?_format=xml"), 406)).isEqualTo("not-supported");
        assertThat(refused(
                        Http.machine("office-script")
                                .withHeader("Accept", "application/fhir+xml")
                                .get(PERSON + girl),
                        406))
                .isEqualTo("not-supported");
        sound(
                Http.machine("office-script")
                        .withHeader("Accept", "application/fhir+xml")
                        .get(PERSON + girl + "?_format=json"),
                200);
        sound(
                Http.machine("office-script")
                        .withHeader("Accept", "application/fhir+json;fhirVersion=4.0")
                        .get(PERSON + girl),
                200);
        refused(
                Http.machine("office-script")
                        .withHeader("Content-Type", "application/fhir+xml")
                        .call("POST", "/fhir/Patient/$match"),
                415);
    }

    @Test
    @DisplayName("whoever may not is told so by an OperationOutcome, and what never was is not found")
    void refusals() {
        assertThat(refused(Http.nobody().get(PERSON + girl), 401)).isEqualTo("login");
        assertThat(refused(Http.withToken("x.y.z").get(PERSON + girl), 401)).isEqualTo("login");
        assertThat(refused(Http.machine("auditor-script").get(PERSON + girl), 403))
                .isEqualTo("forbidden");
        assertThat(refused(office.call("DELETE", PERSON + girl), 403)).isEqualTo("forbidden");
        assertThat(refused(office.get("/fhir/Observation"), 403)).isEqualTo("forbidden");
        assertThat(refused(office.get(PERSON + ExpectedAccess.UNKNOWN), 404)).isEqualTo("not-found");
        assertThat(refused(office.get(PERSON + "1"), 404)).isEqualTo("not-found");
        assertThat(refused(office.get("/fhir/Patient/a%2fb"), 400)).isEqualTo("invalid");
    }

    @Test
    @DisplayName(
            "an id that was merged away leads to the one that stands, which names it; of whom nothing is left is gone")
    void mergedAndGone() {
        SmallWorld.addChildToErase(service, "501", "Lò Thị Pâng", "0987000501");
        SmallWorld.addChildToErase(service, "502", "Vừ Mí Lử", "0987000502");
        String one = idOf("switchboard/tre_em/501");
        String other = idOf("switchboard/tre_em/502");
        assertThat(one).isNotEqualTo(other);
        JsonNode decision = Http.json(Http.machine("supervisor-script")
                .post(
                        "/api/v1/master-records/" + one + "/merge",
                        "{\"other\":\"" + other + "\",\"reason\":\"of the test\"}"));
        String standing = decision.path("masterId").asText();
        String away = standing.equals(one) ? other : one;
        JsonNode stub = sound(office.get(PERSON + away), 200);
        assertThat(stub.path("active").asBoolean()).isFalse();
        assertThat(stub.path("link").path(0).path("type").asText()).isEqualTo("replaced-by");
        assertThat(stub.path("link").path(0).path("other").path("reference").asText())
                .isEqualTo("Patient/" + standing);
        assertThat(stub.has("name")).isFalse();
        JsonNode stands = sound(office.get(PERSON + standing), 200);
        assertThat(stands.path("link").path(0).path("type").asText()).isEqualTo("replaces");
        assertThat(stands.path("link").path(0).path("other").path("reference").asText())
                .isEqualTo("Patient/" + away);
        SmallWorld.removeChild(service, "501");
        SmallWorld.removeChild(service, "502");
        assertThat(refused(office.get(PERSON + standing), 410)).isEqualTo("deleted");
        assertThat(refused(office.get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + Http.encoded(TRE_EM + "|501")), 410))
                .isEqualTo("deleted");
        assertThat(refused(hotline.get(PERSON + standing), 404)).isEqualTo("not-found");
    }

    @Test
    @DisplayName("$match weighs somebody described by the model in force, tells score and grade, and writes nothing")
    void match() {
        Map<String, Long> before = rows();
        HttpResponse<String> answer = office.post("/fhir/Patient/$match", THE_GIRL.formatted(""));
        JsonNode bundle = sound(answer, 200);
        assertThat(ids(bundle)).first().isEqualTo(girl);
        JsonNode search = bundle.path("entry").path(0).path("search");
        assertThat(search.path("score").asDouble()).isBetween(0.9, 1.0);
        assertThat(search.path("extension").path(0).path("valueCode").asText()).isEqualTo("certain");
        assertThat(rows()).isEqualTo(before);
        JsonNode last = Http.json(
                Http.machine("auditor-script").get("/api/v1/audit?kind=SEARCH&account=office-script&limit=1"));
        assertThat(last.path("call").asText()).isEqualTo("POST /fhir/Patient/$match");
        assertThat(last.toString()).contains(girl);
        assertThat(last.path("details").path("described").asText()).contains("Nguyễn", "Hoà", "010306001234");
    }

    @Test
    @DisplayName("$match of certain matches only tells the one that is, and nobody whom a name alone describes")
    void onlyCertain() {
        String only =
                ",{\"name\":\"onlyCertainMatches\",\"valueBoolean\":true},{\"name\":\"count\",\"valueInteger\":3}";
        assertThat(ids(sound(office.post("/fhir/Patient/$match", THE_GIRL.formatted(only)), 200)))
                .containsExactly(girl);
        String name = """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient",
                 "name":[{"text":"Nguyễn Thị Hòa"}]}}%s]}""";
        assertThat(ids(sound(office.post("/fhir/Patient/$match", name.formatted(only)), 200)))
                .isEmpty();
    }

    @Test
    @DisplayName("$match compares with what the caller may know, by what the caller reads plainly")
    void matchWithin() {
        JsonNode own = sound(switchboard.post("/fhir/Patient/$match", THE_GIRL.formatted("")), 200);
        assertThat(ids(own)).containsExactly(girl);
        assertThat(own.toString()).doesNotContain("Xiao Hua", ":hotline:");
        String number = """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient",
                 "identifier":[{"system":"urn:unified-hotline:identity:cccd","value":"010306001234"}]}}]}""";
        assertThat(ids(sound(office.post("/fhir/Patient/$match", number), 200))).contains(girl);
        Http counsellor = Http.person("counsellor-hn").withCsrf();
        assertThat(ids(sound(counsellor.post("/fhir/Patient/$match", number), 200)))
                .as("numbers are masked for counsellors, and tell them nothing")
                .isEmpty();
        Http elsewhere = Http.person("counsellor-dn").withCsrf();
        assertThat(ids(sound(elsewhere.post("/fhir/Patient/$match", THE_GIRL.formatted("")), 200)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Parameters\"}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Patient\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Patient\",\"nmae\":[]}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Patient\",\"name\":{}}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Patient\",\"modifierExtension\":[]}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"A\"}],\"birthDate\":\"12/03/2006\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"count\",\"valueInteger\":0}]}"
            })
    @DisplayName("$match refuses a body that is not what it takes:")
    void malformed(String body) {
        refused(office.post("/fhir/Patient/$match", body), 400);
    }

    @Test
    @DisplayName("$ihe-pix tells the other identifiers of a person, by any of them")
    void pix() {
        JsonNode byVictim = sound(office.get(pix(VICTIM + "|70")), 200);
        assertThat(targets(byVictim)).containsExactlyInAnyOrder(MASTER + "|" + girl, TRE_EM + "|7");
        assertThat(byVictim.path("parameter").findValuesAsText("reference")).containsExactly("Patient/" + girl);
        assertThat(targets(sound(office.get(pix(MASTER + "|" + girl)), 200)))
                .containsExactlyInAnyOrder(VICTIM + "|70", TRE_EM + "|7");
        assertThat(targets(sound(office.get(pix(VICTIM + "|70") + "&targetSystem=" + Http.encoded(TRE_EM)), 200)))
                .containsExactly(TRE_EM + "|7");
        assertThat(targets(sound(office.get(pix(VICTIM + "|70") + "&targetSystem=" + Http.encoded(CALLER)), 200)))
                .isEmpty();
        assertThat(targets(sound(hotline.get(pix(VICTIM + "|70")), 200)))
                .as("which other records a person has is not told to a legacy system")
                .containsExactly(MASTER + "|" + girl);
    }

    @Test
    @DisplayName("$ihe-pix fails as IHE says")
    void pixErrors() {
        assertThat(refused(office.get("/fhir/Patient/$ihe-pix"), 400)).isEqualTo("value");
        assertThat(refused(office.get(pix("7")), 400)).isEqualTo("value");
        assertThat(refused(office.get(pix("urn:of:nobody|7")), 400)).isEqualTo("code-invalid");
        assertThat(refused(office.get(pix(NGUOI_GOI + "|99999")), 404)).isEqualTo("not-found");
        assertThat(refused(office.get(pix(VICTIM + "|70") + "&targetSystem=urn:of:nobody"), 403))
                .isEqualTo("code-invalid");
        assertThat(refused(hotline.get(pix(TRE_EM + "|7")), 403)).isEqualTo("forbidden");
        assertThat(refused(Http.person("counsellor-hn").get(pix(TRE_EM + "|7")), 403))
                .isEqualTo("forbidden");
    }

    @Test
    @DisplayName("what is offered stands in a CapabilityStatement that anybody may read, and holds true")
    void capabilities() {
        JsonNode statement = sound(Http.nobody().get("/fhir/metadata"), 200);
        assertThat(statement.path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(statement.path("implementation").path("url").asText()).isEqualTo(ConsoleService.url() + "/fhir");
        JsonNode patient = statement.path("rest").path(0).path("resource").path(0);
        for (JsonNode parameter : patient.path("searchParam")) {
            HttpResponse<String> answer = office.get(
                    "/fhir/Patient?_count=1&" + parameter.path("name").asText() + "="
                            + (parameter.path("type").asText().equals("date") ? "2006" : "female"));
            assertThat(answer.statusCode()).as(parameter.toString()).isEqualTo(200);
        }
        assertThat(patient.path("operation").findValuesAsText("name")).containsExactly("match", "ihe-pix");
    }

    private static String pix(String source) {
        return "/fhir/Patient/$ihe-pix?sourceIdentifier=" + Http.encoded(source);
    }

    private static List<String> targets(JsonNode parameters) {
        List<String> targets = new ArrayList<>();
        parameters.path("parameter").forEach(one -> {
            if (one.path("name").asText().equals("targetIdentifier")) {
                JsonNode identifier = one.path("valueIdentifier");
                targets.add(identifier.path("system").asText() + "|"
                        + identifier.path("value").asText());
            }
        });
        return targets;
    }

    /** All that a match could write. */
    private Map<String, Long> rows() {
        HubDatabase hub = service.getBean(HubDatabase.class);
        Map<String, Long> rows = new TreeMap<>();
        for (String table : List.of(
                "source_record",
                "master_record",
                "master_record_history",
                "link",
                "edge",
                "blocking_key",
                "counted_value",
                "match_state",
                "crosswalk_change",
                "review_task",
                "outbox",
                "resolution_queue")) {
            rows.put(
                    table,
                    hub.sql()
                            .sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
