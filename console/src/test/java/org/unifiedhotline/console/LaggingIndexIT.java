package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.desk.RecentPeople;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.Indexer;

/** Elasticsearch takes no documents, as where its disk is full: what it holds stays as it was and is searched. */
@DisplayName("Restriction and erasure hold while the search index cannot follow")
class LaggingIndexIT {
    private static final String INDEX = "console-test";
    private static final String WHY = "{\"reason\":\"disputes what is held\"}";

    private final ApplicationContext service = ConsoleService.context();
    private final Http officer = Http.machine("office-script");
    private final Http steward = Http.machine("steward-script");
    private final Http supervisor = Http.machine("supervisor-script");
    private final Http admin = Http.machine("admin-script");
    private final HttpClient elasticsearch = HttpClient.newHttpClient();

    @AfterEach
    void settle() {
        takesDocuments(true);
        SmallWorld.settle(service);
        for (Http one : List.of(officer, supervisor)) {
            one.call("DELETE", "/api/v1/recent-people");
        }
    }

    private void takesDocuments(boolean takes) {
        elasticsearch("PUT", "/" + INDEX + "/_settings", "{\"index.blocks.write\":" + !takes + "}");
    }

    private String elasticsearch(String method, String path, String body) {
        try {
            HttpResponse<String> answer = elasticsearch.send(
                    HttpRequest.newBuilder(TestServers.search().httpUrl().resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that the alias leads to. */
    private String onlyIndex() {
        Matcher name = Pattern.compile(INDEX + "-v[0-9-]+").matcher(elasticsearch("GET", "/_alias/" + INDEX, ""));
        assertThat(name.find()).isTrue();
        return name.group();
    }

    /** All that the hub does by itself; the index takes nothing of it. */
    private void resolve() {
        Resolver resolver = service.getBean(Resolver.class);
        while (resolver.resolveNext() > 0) {}
        Indexer indexer = service.getBean(Indexer.class);
        assertThatThrownBy(indexer::indexNext).isInstanceOf(SearchUnavailableException.class);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Http.json(answer);
    }

    private String masterOf(String record) {
        return ok(officer.get("/api/v1/crosswalk/" + record)).path("masterId").asText();
    }

    private String added(String id, String name) {
        SmallWorld.addChildToErase(service, id, name, "0912777" + id);
        return masterOf("switchboard/tre_em/" + id);
    }

    private static long found(Http reader, String words) {
        return ok(reader.get("/api/v1/search?q=" + Http.encoded(words)))
                .path("total")
                .asLong();
    }

    private static String suggested(Http reader, String words) {
        return ok(reader.get("/api/v1/search/suggestions?q=" + Http.encoded(words)))
                .path("items")
                .toString();
    }

    private String exported(String words) {
        String job = "/api/v1/exports/"
                + ok(officer.post(
                                "/api/v1/exports",
                                "{\"q\":\"" + words + "\",\"format\":\"CSV\",\"purpose\":\"a list\"}"))
                        .path("id")
                        .asText();
        OpenWork.await(() -> officer.json(job).path("state").asText().equals("READY"));
        return officer.get(job + "/file").body();
    }

    private static List<String> recent(Http reader) {
        return ok(reader.get("/api/v1/recent-people")).path("items").findValuesAsText("masterId").stream()
                .distinct()
                .toList();
    }

    private long restricted(String person) {
        return ok(supervisor.post("/api/v1/master-records/" + person + "/restrict", WHY))
                .path("decisionId")
                .asLong();
    }

    private void lift(long decision) {
        ok(supervisor.post("/api/v1/decisions/" + decision + "/undo", "{\"reason\":\"settled\"}"));
        SmallWorld.settle(service);
    }

    @Test
    @DisplayName("Who is restricted is found, counted, suggested, exported and remembered no more, by anybody")
    void restricted() {
        SmallWorld.addChildWithMother(service, "971", "Zalagkid", "Giàng Thị Zalagmother");
        String child = masterOf("switchboard/tre_em/971");
        String mother = masterOf("switchboard/nguoi_goi/971");
        for (Http reader : List.of(officer, supervisor)) {
            ok(reader.get("/api/v1/master-records/" + child));
            ok(reader.get("/api/v1/master-records/" + mother));
            assertThat(recent(reader)).contains(child, mother);
        }
        assertThat(found(officer, "zalagkid")).as("and the mother by her").isEqualTo(2);
        assertThat(suggested(officer, "zalagk")).contains(child);
        assertThat(suggested(officer, "te 2026 971")).contains("TE-2026-000971");
        assertThat(exported("zalagkid")).contains("Zalagkid");
        long all = found(officer, "");
        takesDocuments(false);

        long decision = restricted(child);

        for (Http reader : List.of(officer, supervisor)) {
            assertThat(found(reader, "zalagkid")).isZero();
            assertThat(found(reader, "0912777971")).isZero();
            assertThat(found(reader, child)).isZero();
        }
        resolve();
        for (Http reader : List.of(officer, supervisor)) {
            JsonNode left = ok(reader.get("/api/v1/search?q="));
            assertThat(left.path("total").asLong())
                    .as("without the mother too, whose document names the child")
                    .isEqualTo(all - 2);
            assertThat(left.toString()).doesNotContain("Zalagkid", "TE-2026-000971");
            assertThat(found(reader, "zalagkid")).isZero();
            assertThat(found(reader, "TE-2026-000971")).isZero();
            assertThat(suggested(reader, "zalagk")).isEqualTo("[]");
            assertThat(suggested(reader, "te 2026 971")).isEqualTo("[]");
            assertThat(recent(reader)).doesNotContain(child);
        }
        assertThat(exported("zalag")).doesNotContain("Zalag", "0912777971");
        assertThat(elasticsearch("GET", "/" + INDEX + "/_search?size=1000", "{}"))
                .as("the index still holds them")
                .contains("Zalagkid", "TE-2026-000971");

        takesDocuments(true);
        SmallWorld.settle(service);
        assertThat(elasticsearch("GET", "/" + INDEX + "/_search?size=1000", "{}"))
                .doesNotContain("Zalagkid", "TE-2026-000971");
        assertThat(found(officer, "zalagmother")).isEqualTo(1);
        assertThat(found(officer, "")).isEqualTo(all - 1);
        lift(decision);
        assertThat(found(officer, "zalagkid")).isEqualTo(2);
        SmallWorld.removeChildWithMother(service, "971");
    }

    @Test
    @DisplayName("Who is erased is found no more from then on, not when the hub lets them go, and not afterwards")
    void erased() {
        String id = added("972", "Vừ Mí Zalagone");
        takesDocuments(false);
        long decision = ok(admin.post("/api/v1/master-records/" + id + "/erase", "{\"legalBasis\":\"request\"}"))
                .path("decisionId")
                .asLong();
        assertThat(found(officer, "zalagone")).as("nothing is approved yet").isEqualTo(1);

        ok(supervisor.post("/api/v1/decisions/" + decision + "/approve", ""));

        assertThat(found(officer, "zalagone")).isZero();
        resolve();
        assertThat(found(officer, "zalagone")).isZero();
        assertThat(found(officer, "0912777972")).isZero();
        assertThat(suggested(officer, "zalago")).isEqualTo("[]");
        assertThat(exported("zalagone")).doesNotContain("Zalagone");
        takesDocuments(true);
        SmallWorld.settle(service);
        assertThat(found(officer, "zalagone")).isZero();
        SmallWorld.removeChild(service, "972");
    }

    @Test
    @DisplayName(
            "Who was merged before is found by none of the documents that still stand, whoever decided the restriction")
    void mergedBefore() {
        String one = added("973", "Sùng A Zalagfirst");
        String other = added("974", "Ly Mí Zalagsecond");
        takesDocuments(false);
        JsonNode merge = ok(steward.post(
                "/api/v1/master-records/" + one + "/merge", "{\"other\":\"" + other + "\",\"reason\":\"one\"}"));
        if (merge.path("state").asText().equals("AWAITING_APPROVAL")) {
            ok(supervisor.post("/api/v1/decisions/" + merge.path("decisionId").asLong() + "/approve", ""));
        }
        resolve();
        assertThat(found(officer, "zalagfirst")).isEqualTo(1);
        assertThat(found(officer, "zalagsecond")).isEqualTo(1);

        // As another instance decides it: this one is not told.
        service.getBean(Stewardship.class)
                .restrict(
                        MasterId.of(masterOf("switchboard/tre_em/973")),
                        new Stewardship.Word("supervisor-script", "disputes what is held"));

        OpenWork.await(() -> found(officer, "zalagfirst") == 0);
        assertThat(found(officer, "zalagsecond")).isZero();
        assertThat(found(officer, one)).isZero();
        assertThat(found(officer, other)).isZero();
        takesDocuments(true);
        SmallWorld.settle(service);
        assertThat(found(officer, "zalagsecond")).isZero();
        String standing = masterOf("switchboard/tre_em/973");
        lift(ok(supervisor.get("/api/v1/master-records/" + standing + "/rights"))
                .path("restriction")
                .path("decisionId")
                .asLong());
        assertThat(found(officer, "zalagsecond")).isEqualTo(1);
        SmallWorld.removeChild(service, "973");
        SmallWorld.removeChild(service, "974");
    }

    @Test
    @DisplayName("While search is away, of those whom somebody opened the same are told as by search, and no others")
    void recentWhileAway() {
        Http cleared = Http.person("steward");
        Http ofCentre = Http.person("counsellor-hn");
        String restricted = added("975", "Cứ Seo Zalagrecent");
        String girl = masterOf("switchboard/tre_em/7");
        String mother = masterOf("switchboard/nguoi_goi/1");
        String caller = masterOf("hotline/caller/30");
        Map<Http, String> readers = Map.of(
                officer,
                "office-script",
                supervisor,
                "supervisor-script",
                cleared,
                "steward",
                ofCentre,
                "counsellor-hn");
        RecentPeople opened = service.getBean(RecentPeople.class);
        readers.values()
                .forEach(name -> List.of(restricted, girl, mother, caller)
                        .forEach(person -> opened.opened(name, MasterId.of(person))));
        long decision = restricted(restricted);
        SmallWorld.settle(service);
        List<String> byOfficer = recent(officer);
        List<String> byCleared = recent(cleared);
        List<String> byCentre = recent(ofCentre);
        assertThat(byOfficer).containsExactly(caller, mother, girl);
        assertThat(byCleared).containsExactly(caller, mother);
        assertThat(byCentre).containsExactly(mother, girl);
        assertThat(recent(supervisor)).containsExactly(caller, mother, girl);
        String standing = onlyIndex();
        elasticsearch("DELETE", "/" + standing + "/_alias/" + INDEX, "");
        try {
            assertThat(officer.get("/api/v1/search?q=").statusCode()).isEqualTo(503);
            assertThat(recent(officer)).isEqualTo(byOfficer);
            assertThat(recent(supervisor)).isEqualTo(byOfficer);
            assertThat(recent(cleared)).isEqualTo(byCleared);
            assertThat(recent(ofCentre)).isEqualTo(byCentre);
            assertThat(officer.get("/api/v1/recent-people").body()).doesNotContain("Giàng");
        } finally {
            elasticsearch("PUT", "/" + standing + "/_alias/" + INDEX, "");
            readers.values().forEach(opened::clear);
        }
        lift(decision);
        SmallWorld.removeChild(service, "975");
    }
}
