package org.unifiedhotline.masterrecords.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;

@DisplayName("The auditor is told")
class AlertWatchIT {
    private static final String RULES = """
            many-people: { people: 5, minutes: 10 }
            refused: { people: 4, minutes: 10 }
            more-people: { office-script: 0, steward: 8 }
            own-centres: { steward-hn: [HANOI] }
            watched: [00000000-0000-4000-8000-000000000003]
            """;

    @TempDir
    Path folder;

    private AuditHub hub;
    private AuditTrail trail;
    private AlertWatch watch;

    @BeforeEach
    void begin() {
        hub = new AuditHub("audit_alerts", folder);
        hub.hub.migrate();
        trail = hub.instance();
        watch = new AlertWatch(hub.hub, AuditKeys.in(folder, false), AlertRules.read(RULES), trail, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        trail.close();
        hub.close();
    }

    @Test
    @DisplayName("of an account that is shown many people in a short time, once")
    void manyPeople() {
        for (int person = 10; person < 15; person++) {
            reads("officer", person);
        }
        watch.look();
        assertThat(alerts()).isEmpty();
        reads("officer", 10);
        reads("officer", 15);
        watch.look();
        reads("officer", 16);
        watch.look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.call()).isEqualTo("many people in a short time");
            assertThat(alert.account()).isEqualTo("officer");
            assertThat(alert.details()).isEqualTo(Map.of("people", "6", "minutes", "10"));
        });
    }

    @Test
    @DisplayName("of an account that may be shown more only when it is shown more than that, and of some never")
    void morePeople() {
        for (int person = 10; person < 18; person++) {
            reads("steward", person);
            reads("office-script", person);
        }
        watch.look();
        assertThat(alerts()).isEmpty();
        reads("steward", 18);
        reads("office-script", 18);
        watch.look();
        assertThat(alerts()).extracting(AuditSearch.Shown::account).containsExactly("steward");
    }

    @Test
    @DisplayName("of every reading of a watched person, and whom it was of")
    void watched() {
        reads("officer", 2);
        reads("officer", 3);
        watch.look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.call()).isEqualTo("a watched person");
            assertThat(alert.masters()).containsExactly(id(3).value());
        });
    }

    @Test
    @DisplayName(
            "of every attempt at a watched person that was refused, also of nobody who is known, and of many left out")
    void watchedRefused() {
        refusedAt("officer", 2);
        refusedAt("officer", 3);
        refusedAt(null, 3);
        refusedAt("officer", 4, 3, 5);
        watch.look();
        assertThat(alerts())
                .extracting(AuditSearch.Shown::call, AuditSearch.Shown::account, AuditSearch.Shown::masters)
                .containsExactlyInAnyOrder(
                        tuple("refused at a watched person", "officer", List.of(id(3).value())),
                        tuple("refused at a watched person", null, List.of(id(3).value())),
                        tuple("refused at a watched person", "officer", List.of(id(3).value())));
    }

    @Test
    @DisplayName("of an account that is refused at many people in a short time, those left out included, once")
    void manyRefused() {
        refusedAt("counsellor", 10, 11);
        refusedAt("counsellor", 11, 12, 18);
        refusedAt(null, 13, 14, 15, 16);
        reads("counsellor", 17);
        watch.look();
        assertThat(alerts()).isEmpty();
        refusedAt("counsellor", 13);
        watch.look();
        refusedAt("counsellor", 14);
        watch.look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.call()).isEqualTo("refused at many people in a short time");
            assertThat(alert.account()).isEqualTo("counsellor");
            assertThat(alert.details()).isEqualTo(Map.of("people", "5", "minutes", "10"));
        });
    }

    @Test
    @DisplayName("later, where the trail or the hub was away when it was to be told: nothing is passed over")
    void away() {
        for (int person = 10; person < 16; person++) {
            reads("officer", person);
            refusedAt("counsellor", person);
        }
        reads("officer", 3);
        hub.asSuperuser("REVOKE INSERT ON audit.entry FROM " + HubDatabases.SERVICE);
        assertThatThrownBy(watch::look).isInstanceOf(AuditUnavailableException.class);
        assertThatThrownBy(watch::look).isInstanceOf(AuditUnavailableException.class);
        hub.asSuperuser("GRANT INSERT ON audit.entry TO " + HubDatabases.SERVICE);
        watch.look();
        watch.look();
        assertThat(alerts())
                .extracting(AuditSearch.Shown::call)
                .containsExactlyInAnyOrder(
                        "a watched person", "many people in a short time", "refused at many people in a short time");
    }

    @Test
    @DisplayName("of whoever takes the list of everybody, which names nobody, unless they may be shown any number")
    void wholeList() {
        exports("officer", "GET /api/v1/dashboard/{figure}/export", 200, false);
        exports("officer", "GET /api/v1/crosswalk.csv", 403, true);
        exports("officer", "GET /api/v1/crosswalk.csv", 500, false);
        exports("office-script", "GET /api/v1/crosswalk.csv", 200, false);
        watch.look();
        assertThat(alerts()).isEmpty();
        exports("officer", "GET /api/v1/crosswalk.csv", 200, false);
        exports("steward", "GET /api/v1/crosswalk.csv", 200, false);
        watch.look();
        assertThat(alerts())
                .extracting(AuditSearch.Shown::call, AuditSearch.Shown::account)
                .containsExactlyInAnyOrder(
                        tuple("a list of everybody", "officer"), tuple("a list of everybody", "steward"));
    }

    @Test
    @DisplayName("of nothing that the service tells by itself: live changes, events out")
    void ownTelling() {
        for (int person = 1; person < 20; person++) {
            writes("officer", AuditKind.READ, "GET /api/v1/live", 200, false, id(person));
            writes("events:registry", AuditKind.EXPORT, "events out", 0, false, id(person));
        }
        reads("officer", 20);
        watch.look();
        assertThat(alerts()).isEmpty();
    }

    @Test
    @DisplayName("of whoever opens a person whom their own centre did not touch")
    void outsideCentre() {
        hanoiAndDanang();
        reads("steward-hn", 4);
        watch.look();
        assertThat(alerts()).isEmpty();
        reads("steward-hn", 5);
        reads("officer", 5);
        watch.look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.call()).isEqualTo("outside their own centre");
            assertThat(alert.account()).isEqualTo("steward-hn");
            assertThat(alert.masters()).containsExactly(id(5).value());
        });
    }

    @Test
    @DisplayName("of the same where the trail tells the centres that the account had, and the rules name none")
    void outsideCentreThen() {
        hanoiAndDanang();
        readsOf("officer", "HANOI", 4);
        readsOf("officer", "DANANG, HANOI", 5);
        readsOf("steward-hn", "DANANG", 4);
        watch.look();
        assertThat(alerts()).as("the rules come before what the trail tells").isEmpty();
        readsOf("officer", "HANOI", 5);
        watch.look();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.account()).isEqualTo("officer");
            assertThat(alert.masters()).containsExactly(id(5).value());
        });
    }

    @Test
    @DisplayName("of whom they reveal or export alike, and of lists, found or taken along, once in that time")
    void outsideCentreOtherwise() {
        hanoiAndDanang();
        String opened = "outside their own centre";
        writes("steward-hn", AuditKind.REVEAL, "POST /api/v1/master-records/{id}/reveal", 200, false, id(5));
        writes("steward-hn", AuditKind.EXPORT, "GET /api/v1/master-records/{id}/disclosure", 200, false, id(5));
        writes("steward-hn", AuditKind.DECISION, "POST /api/v1/master-records/{id}/merge", 200, false, id(5));
        writes("steward-hn", AuditKind.SEARCH, "GET /api/v1/search", 200, false, id(4));
        watch.look();
        assertThat(alerts()).extracting(AuditSearch.Shown::call).containsExactly(opened, opened);
        writes("steward-hn", AuditKind.SEARCH, "GET /api/v1/search", 200, false, id(4), id(5));
        writes("steward-hn", AuditKind.EXPORT, "POST /api/v1/exports", 202, false, id(5));
        watch.look();
        writes("steward-hn", AuditKind.READ, "GET /api/v1/recent-people", 200, false, id(5));
        reads("steward-hn", 5);
        watch.look();
        assertThat(alerts())
                .extracting(AuditSearch.Shown::call, AuditSearch.Shown::masters)
                .containsExactlyInAnyOrder(
                        tuple(opened, List.of(id(5).value())),
                        tuple(opened, List.of(id(5).value())),
                        tuple(opened, List.of(id(5).value())),
                        tuple("a list from outside their own centre", List.of(id(5).value())));
    }

    @Test
    @DisplayName("but not again of a person over whom the glass was broken, of which it was told then")
    void outsideCentreGlassBroken() {
        hanoiAndDanang();
        writes("steward-hn", AuditKind.ALERT, AuditEvent.GLASS_BROKEN, 0, false, id(5));
        writes("steward-hn", AuditKind.REVEAL, "POST /api/v1/master-records/{id}/reveal", 200, false, id(5));
        reads("steward-hn", 5);
        watch.look();
        assertThat(alerts()).extracting(AuditSearch.Shown::call).containsExactly("broke the glass");
    }

    @Test
    @DisplayName("by rules that say what is wrong with them")
    void malformed() {
        assertThat(AlertRules.read(Hub.resource("config/audit-alerts.yaml")).watched())
                .isEmpty();
        assertThatThrownBy(() -> AlertRules.read("many-people: { people: 0, minutes: 1 }"))
                .hasMessageContaining("audit-alerts")
                .hasMessageContaining("1 or more");
        assertThatThrownBy(() -> AlertRules.read("many-peple: { people: 1, minutes: 1 }"))
                .hasMessageContaining("many-peple");
        assertThat(AlertRules.read("many-people: { people: 1, minutes: 1 }").wholeLists())
                .as("where a file of before does not say")
                .containsExactly("GET /api/v1/crosswalk.csv");
        assertThat(AlertRules.read("many-people: { people: 1, minutes: 1 }"))
                .as("which says the usual number of refusals where a file of before does not")
                .isEqualTo(AlertRules.read(
                        "{ many-people: { people: 1, minutes: 1 }, refused: { people: 20, minutes: 10 } }"));
        assertThatThrownBy(() -> AlertRules.read(
                        "{ many-people: { people: 1, minutes: 1 }, refused: { people: 1, minutes: 0 } }"))
                .hasMessageContaining("refused: people and minutes are 1 or more");
        assertThatThrownBy(() -> AlertRules.read("watched: []")).hasMessageContaining("many-people is missing");
    }

    private void reads(String account, int person) {
        writes(account, AuditKind.READ, "GET /api/v1/master-records/{id}", 200, false, id(person));
    }

    private void readsOf(String account, String centres, int person) {
        writes(
                account,
                AuditKind.READ,
                "GET /api/v1/master-records/{id}",
                200,
                false,
                List.of(id(person)),
                Map.of("centres", centres));
    }

    private void refusedAt(@Nullable String account, int... people) {
        MasterId[] asked = Arrays.stream(people).mapToObj(AlertWatchIT::id).toArray(MasterId[]::new);
        writes(account, AuditKind.READ, "GET /api/v1/master-records/{id}", 403, true, asked);
    }

    private void exports(String account, String call, int status, boolean refused) {
        writes(account, AuditKind.EXPORT, call, status, refused);
    }

    private void writes(
            @Nullable String account, AuditKind kind, String call, int status, boolean refused, MasterId... people) {
        writes(account, kind, call, status, refused, List.of(people), Map.of());
    }

    private void writes(
            @Nullable String account,
            AuditKind kind,
            String call,
            int status,
            boolean refused,
            List<MasterId> people,
            Map<String, String> details) {
        trail.record(new AuditEvent(
                Instant.now(), account, List.of("steward"), "10.1.2.3", kind, call, status, refused, people, details));
    }

    private List<AuditSearch.Shown> alerts() {
        List<AuditSearch.Shown> alerts = new ArrayList<>();
        hub.search()
                .each(
                        new AuditQuestion(
                                null,
                                null,
                                null,
                                Set.of(AuditKind.ALERT),
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                true,
                                100),
                        alerts::add);
        return alerts;
    }

    /** A person whom Hanoi talked to, and one whom Đà Nẵng did. */
    private void hanoiAndDanang() {
        hub.asSuperuser(
                person(4, 40),
                person(5, 50),
                link(4, 40),
                link(5, 50),
                contact(41, 40, "HANOI"),
                contact(51, 50, "DANANG"));
    }

    private static MasterId id(int person) {
        return MasterId.of("00000000-0000-4000-8000-%012d".formatted(person));
    }

    private static String person(int person, int record) {
        return "INSERT INTO master_record (master_id, version, state, created_at, changed_at) VALUES ('" + id(person)
                + "', " + record + ", 'STANDING', now(), now())";
    }

    private static String link(int person, int record) {
        return "INSERT INTO link VALUES (" + record + ", '" + id(person) + "', 'SINGLE', 'switchboard', 'nguoi_goi', '"
                + record + "')";
    }

    private static String contact(int contact, int caller, String centre) {
        return "INSERT INTO contact (record_id, source_system, received_at, channel, caller_id, centre, language,"
                + " duration_seconds, outcome) VALUES (" + contact + ", 'switchboard', now(), 'VOICE', " + caller
                + ", '"
                + centre + "', 'vi', 60, 'ADVICE')";
    }
}
