package org.unifiedhotline.integrationroutes.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.integrationroutes.TestKeys;
import org.unifiedhotline.integrationroutes.events.Broker.KeyStoreFile;
import org.unifiedhotline.integrationroutes.events.WebhookReceiver.Call;
import org.unifiedhotline.integrationroutes.routes.IntegrationRoutesConfiguration;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.MasterRecordsConfiguration;
import org.unifiedhotline.masterrecords.audit.AuditConfiguration;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditQuestion;
import org.unifiedhotline.masterrecords.audit.AuditSearch;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.events.EventDestinations;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.searchindex.SearchIndexConfiguration;

/** The service's routes in Spring, the real hub, and receivers that are real servers: HTTP, a folder, an AMQP broker. */
@DisplayName("Events out")
class EventsOutIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Stewardship.Word WORD = new Stewardship.Word("steward", "because");

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        MasterRecordsConfiguration.class,
        AuditConfiguration.class,
        SearchIndexConfiguration.class,
        IntegrationRoutesConfiguration.class
    })
    static class Application {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @TempDir
    private Path trail;

    private String hub = "";

    @BeforeEach
    void freshHub(TestInfo test) {
        hub = TestServers.hub()
                .createHub("events_out_" + test.getTestMethod().orElseThrow().getName());
    }

    @Test
    @DisplayName("reach a webhook signed, in order, and go on after a restart where they were left")
    void webhook() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String[] settings =
                    settings("registry", "webhook=" + receiver.url("/events?tenant=hub"), "start=beginning");
            MasterId hoa;
            try (ConfigurableApplicationContext service = start(settings)) {
                write(service, 1, "Lê Thị Hoa", "0912345678");
                write(service, 2, "Trần Văn Nam", "0987654321");
                awaitTrue(() -> receiver.accepted().size() == 2, "two events");
                hoa = masterOf(service, 1);
                assertThat(receiver.calls()).allSatisfy(EventsOutIT::isSigned);
                Call first = receiver.calls().getFirst();
                assertThat(first.path()).isEqualTo("POST /events?tenant=hub");
                assertThat(first.json().path("type").asText()).isEqualTo("master-record.created");
                assertThat(first.json().path("masterId").asText()).isEqualTo(hoa.toString());
                assertThat(first.json().path("sourceRecords").get(0).toString())
                        .isEqualTo("{\"source\":\"hotline\",\"table\":\"caller\",\"localId\":\"1\"}");
                assertThat(receiver.calls())
                        .allSatisfy(call -> assertThat(call.body())
                                .as("ids only")
                                .doesNotContain("Hoa")
                                .doesNotContain("912345678")
                                .doesNotContain("Nam"));
            }
            try (ConfigurableApplicationContext service = start(settings)) {
                Ruling.InForce merged =
                        (Ruling.InForce) service.getBean(Stewardship.class).merge(hoa, masterOf(service, 2), WORD);
                awaitTrue(() -> receiver.accepted().size() == 4, "the events of the merge");
                assertThat(receiver.accepted())
                        .extracting(call -> call.json().path("type").asText())
                        .containsExactly(
                                "master-record.created",
                                "master-record.created",
                                "master-record.changed",
                                "master-record.merged");
                assertThat(receiver.accepted()
                                .getLast()
                                .json()
                                .path("mergedInto")
                                .asText())
                        .isEqualTo(hoa.toString());
                service.getBean(Stewardship.class).undo(merged.decision().id(), WORD);
                awaitTrue(() -> receiver.accepted().size() == 6, "the events of the undo");
                assertThat(receiver.accepted().subList(4, 6))
                        .extracting(call -> call.json().path("type").asText())
                        .containsExactlyInAnyOrder("master-record.changed", "master-record.split");
            }
            assertThat(receiver.calls()).extracting(Call::id).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("that a receiver refuses come again under the same id, before any later one; others are not held up")
    void redelivery() throws Exception {
        try (WebhookReceiver failing = new WebhookReceiver();
                WebhookReceiver other = new WebhookReceiver()) {
            failing.answer(204, 503, 301, 500);
            String[] both = Stream.of(
                            settings("failing", "webhook=" + failing.url("/"), "start=beginning"),
                            settings("other", "webhook=" + other.url("/"), "start=beginning"))
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new);
            try (ConfigurableApplicationContext service = start(both)) {
                for (int id = 1; id <= 3; id++) {
                    write(service, id, "Người gọi " + id, "09000000" + id);
                }
                awaitTrue(() -> other.accepted().size() == 3, "the other's events");
                awaitTrue(() -> failing.accepted().size() == 3, "all events after failures");
                List<String> ids = other.accepted().stream().map(Call::id).toList();
                assertThat(failing.calls())
                        .extracting(Call::id)
                        .containsExactly(ids.get(0), ids.get(1), ids.get(1), ids.get(1), ids.get(1), ids.get(2));
                assertThat(failing.calls()).allSatisfy(EventsOutIT::isSigned);
                MeterRegistry meters = service.getBean(MeterRegistry.class);
                assertThat(meters.get("unified.hotline.events.failures")
                                .tags("destination", "failing", "reason", "HTTP 503")
                                .counter()
                                .count())
                        .isEqualTo(1);
                EventDestinations destinations = new EventDestinations(service.getBean(HubDatabase.class));
                awaitTrue(
                        () -> meters.get("unified.hotline.events.backlog")
                                        .tag("destination", "failing")
                                        .gauge()
                                        .value()
                                == 0,
                        "no backlog");
                assertThat(destinations.find("failing")).hasValueSatisfying(standing -> {
                    assertThat(standing.lastError()).isEqualTo("HTTP 500");
                    assertThat(standing.failingSince()).isNull();
                });
            }
        }
    }

    @Test
    @DisplayName("whose receiver never answers are given up after a while, and come again")
    void noAnswer() throws Exception {
        try (WebhookReceiver silent = new WebhookReceiver()) {
            silent.answer(WebhookReceiver.NEVER);
            try (ConfigurableApplicationContext service =
                    start(settings("silent", "webhook=" + silent.url("/"), "start=beginning"))) {
                write(service, 1, "Lê Thị Hoa", "0912345678");
                awaitTrue(() -> !silent.accepted().isEmpty(), "the event that comes again");
                assertThat(silent.calls().get(0).answered()).isEqualTo(WebhookReceiver.NEVER);
                assertThat(silent.accepted().getFirst().id())
                        .isEqualTo(silent.calls().get(0).id());
                assertThat(new EventDestinations(service.getBean(HubDatabase.class))
                                .find("silent")
                                .orElseThrow()
                                .lastError())
                        .contains("Timeout");
            }
        }
    }

    @Test
    @DisplayName("tell a legacy system of its own rows only")
    void legacy() throws Exception {
        try (WebhookReceiver all = new WebhookReceiver();
                WebhookReceiver switchboard = new WebhookReceiver()) {
            String[] both = Stream.of(
                            settings("all", "webhook=" + all.url("/")),
                            settings("switchboard", "webhook=" + switchboard.url("/"), "sources=switchboard"))
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new);
            try (ConfigurableApplicationContext service = start(both)) {
                awaitTrue(
                        () -> new EventDestinations(service.getBean(HubDatabase.class))
                                        .all()
                                        .size()
                                == 2,
                        "begun");
                write(service, 1, "Lê Thị Hoa", "0912345678");
                awaitTrue(() -> all.accepted().size() == 1, "the event");
                EventDestinations destinations = new EventDestinations(service.getBean(HubDatabase.class));
                awaitTrue(
                        () -> destinations.find("switchboard").orElseThrow().position()
                                == destinations.find("all").orElseThrow().position(),
                        "both passed it");
                assertThat(switchboard.calls()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("lie in a folder, a file a page, whole and signed")
    void folder(@TempDir Path folder) throws Exception {
        Path drop = folder.resolve("drop");
        try (ConfigurableApplicationContext service =
                start(settings("registry", "folder=" + drop, "start=beginning"))) {
            write(service, 1, "Lê Thị Hoa", "0912345678");
            awaitTrue(() -> names(drop).size() == 2, "the first file and its signature");
            write(service, 2, "Trần Văn Nam", "0987654321");
            awaitTrue(() -> names(drop).size() == 4, "the second file and its signature");
            assertThat(names(drop))
                    .containsExactly(
                            "events-0000000000000000001-0000000000000000001.jsonl",
                            "events-0000000000000000001-0000000000000000001.jsonl.signature",
                            "events-0000000000000000002-0000000000000000002.jsonl",
                            "events-0000000000000000002-0000000000000000002.jsonl.signature");
            String name = names(drop).getFirst();
            String lines = Files.readString(drop.resolve(name));
            assertThat(lines)
                    .endsWith("}\n")
                    .contains("\"masterId\":\"" + masterOf(service, 1) + "\"")
                    .doesNotContain("Hoa");
            List<String> signature = Files.readAllLines(drop.resolve(name + ".signature"));
            assertThat(signature.getFirst()).isEqualTo("webhook-id: " + name);
            assertThat(signature.getLast())
                    .isEqualTo("webhook-signature: "
                            + code(name + "." + signature.get(1).substring("webhook-timestamp: ".length()) + "."
                                    + lines));
        }
    }

    @Test
    @DisplayName("reach a broker over AMQP 1.0, signed, in order, and wait for one that is away or went away")
    void broker() throws Exception {
        int port = freePort();
        String[] settings =
                settings("bus", "broker=amqp://127.0.0.1:" + port, "address=queue:master-records", "start=beginning");
        try (ConfigurableApplicationContext service = start(settings)) {
            write(service, 1, "Lê Thị Hoa", "0912345678");
            EventDestinations destinations = new EventDestinations(service.getBean(HubDatabase.class));
            awaitTrue(
                    () -> destinations
                            .find("bus")
                            .filter(standing -> standing.tries() > 0)
                            .isPresent(),
                    "a failed try");
            MasterId hoa = masterOf(service, 1);
            try (Broker broker = new Broker(port)) {
                Message message = broker.take("master-records", 1).getFirst();
                String body = message.getBody(String.class);
                assertThat(body).contains("\"masterId\":\"" + hoa + "\"").doesNotContain("Hoa");
                assertThat(message.getStringProperty("type")).isEqualTo("master-record.created");
                assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo(hoa.toString());
                assertThat(message.getJMSCorrelationID()).isEqualTo(message.getStringProperty("webhook_id"));
                assertThat(message.getStringProperty("webhook_signature"))
                        .isEqualTo(code(message.getStringProperty("webhook_id") + "."
                                + message.getStringProperty("webhook_timestamp") + "." + body));
                for (int id = 2; id <= 4; id++) {
                    write(service, id, "Người gọi " + id, "09000000" + id);
                }
                List<Message> others = broker.take("master-records", 3);
                assertThat(others).hasSize(3);
                List<String> masters = new ArrayList<>();
                for (Message other : others) {
                    masters.add(other.getStringProperty("JMSXGroupID"));
                }
                assertThat(masters)
                        .containsExactly(
                                masterOf(service, 2).toString(),
                                masterOf(service, 3).toString(),
                                masterOf(service, 4).toString());
            }
            write(service, 5, "Người gọi 5", "090000005");
            awaitTrue(
                    () -> destinations
                            .find("bus")
                            .filter(standing -> standing.failingSince() != null)
                            .isPresent(),
                    "a failed try after the broker went");
            try (Broker again = new Broker(port)) {
                assertThat(again.take("master-records", 1).getFirst().getStringProperty("JMSXGroupID"))
                        .isEqualTo(masterOf(service, 5).toString());
            }
        }
    }

    @Test
    @DisplayName("reach a broker over TLS by name and password; no other broker, nor with another password")
    void brokerWithTls(@TempDir Path folder) throws Exception {
        int port = freePort();
        KeyStoreFile keys = KeyStoreFile.in(folder);
        String trusted = "broker=amqps://localhost:" + port + "?" + keys.trust();
        String[] all = Stream.of(
                        settings(
                                "bus",
                                trusted,
                                "address=queue:secured",
                                "username=hub",
                                "password=right",
                                "start=beginning"),
                        settings(
                                "wrong",
                                trusted,
                                "address=queue:wrong",
                                "username=hub",
                                "password=other",
                                "start=beginning"),
                        settings(
                                "stranger",
                                "broker=amqps://localhost:" + port,
                                "address=queue:stranger",
                                "username=hub",
                                "password=right",
                                "start=beginning"))
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        try (Broker broker = new Broker(port, keys, "hub", "right");
                ConfigurableApplicationContext service = start(all)) {
            write(service, 1, "Lê Thị Hoa", "0912345678");
            Message message = broker.take("secured", 1).getFirst();
            assertThat(message.getStringProperty("JMSXGroupID"))
                    .isEqualTo(masterOf(service, 1).toString());
            EventDestinations destinations = new EventDestinations(service.getBean(HubDatabase.class));
            for (String refused : List.of("wrong", "stranger")) {
                awaitTrue(
                        () -> destinations
                                .find(refused)
                                .filter(standing -> standing.tries() > 0)
                                .isPresent(),
                        "a failed try of " + refused);
                assertThat(destinations.find(refused).orElseThrow())
                        .satisfies(standing -> assertThat(standing.position()).isZero())
                        .satisfies(standing -> assertThat(standing.lastError()).doesNotContain("right", "other"));
            }
        }
    }

    @Test
    @DisplayName("wait for a slow receiver in their order, and meanwhile reach the others")
    void slowReceiver() throws Exception {
        try (WebhookReceiver slow = new WebhookReceiver();
                WebhookReceiver other = new WebhookReceiver()) {
            slow.hold();
            String[] both = Stream.of(
                            settings("slow", "webhook=" + slow.url("/"), "start=beginning"),
                            settings("other", "webhook=" + other.url("/"), "start=beginning"))
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new);
            try (ConfigurableApplicationContext service = start(both)) {
                write(service, 1, "Lê Thị Hoa", "0912345678");
                awaitTrue(() -> !slow.calls().isEmpty(), "the first event at the slow receiver");
                write(service, 2, "Trần Văn Nam", "0987654321");
                Stewardship stewardship = service.getBean(Stewardship.class);
                Ruling.InForce merged =
                        (Ruling.InForce) stewardship.merge(masterOf(service, 1), masterOf(service, 2), WORD);
                stewardship.undo(merged.decision().id(), WORD);
                awaitTrue(() -> other.accepted().size() == 6, "all events at the other");
                assertThat(slow.calls().stream().map(Call::id).distinct())
                        .as("one at a time")
                        .hasSize(1);

                slow.release();
                awaitTrue(
                        () -> slow.accepted().stream().map(Call::id).distinct().count() == 6,
                        "all events at the slow one");
                assertThat(slow.accepted().stream().map(Call::id).distinct())
                        .as("each master record's in their order")
                        .containsExactlyElementsOf(
                                other.accepted().stream().map(Call::id).toList());
            }
        }
    }

    @Test
    @DisplayName(
            "are on record, found by the receiver and by whom they are about; while the trail cannot be written none leaves")
    void onRecord(@TempDir Path folder) throws Exception {
        Path drop = folder.resolve("drop");
        try (WebhookReceiver receiver = new WebhookReceiver();
                ConfigurableApplicationContext service = start(Stream.of(
                                settings("registry", "webhook=" + receiver.url("/"), "start=beginning"),
                                settings("drop", "folder=" + drop, "start=beginning"))
                        .flatMap(Arrays::stream)
                        .toArray(String[]::new))) {
            write(service, 1, "Lê Thị Hoa", "0912345678");
            awaitTrue(() -> receiver.accepted().size() == 1 && names(drop).size() == 2, "the event at both");
            MasterId hoa = masterOf(service, 1);
            for (String name : List.of("registry", "drop")) {
                assertThat(entriesOf(service, name)).singleElement().satisfies(entry -> {
                    assertThat(entry.call()).isEqualTo("events out");
                    assertThat(entry.kind()).isEqualTo(AuditKind.EXPORT);
                    assertThat(entry.masters()).containsExactly(hoa.value());
                    assertThat(entry.details())
                            .isEqualTo(Map.of("events", "1", "from", "1", "to", "1", "knows", "hotline, switchboard"));
                });
            }
            assertThat(service.getBean(AuditSearch.class).accountsSeen())
                    .as("receivers are no accounts")
                    .isEmpty();

            TestServers.hub().run(hub, "REVOKE INSERT ON audit.entry FROM " + HubDatabases.SERVICE);
            write(service, 2, "Trần Văn Nam", "0987654321");
            EventDestinations destinations = new EventDestinations(service.getBean(HubDatabase.class));
            awaitTrue(
                    () -> destinations.all().stream().allMatch(standing -> standing.tries() > 0),
                    "a try that could not be put on record");
            assertThat(receiver.calls()).hasSize(1);
            assertThat(names(drop)).hasSize(2);
            assertThat(destinations.find("registry").orElseThrow().lastError()).contains("AuditUnavailable");

            TestServers.hub().run(hub, "GRANT INSERT ON audit.entry TO " + HubDatabases.SERVICE);
            awaitTrue(() -> receiver.accepted().size() == 2 && names(drop).size() == 4, "the event that waited");
            assertThat(entriesOf(service, "registry").getLast().masters())
                    .containsExactly(masterOf(service, 2).value());
        }
    }

    private static List<AuditSearch.Shown> entriesOf(ConfigurableApplicationContext service, String destination) {
        List<AuditSearch.Shown> entries = new ArrayList<>();
        AuditQuestion question = new AuditQuestion(
                null,
                null,
                "events:" + destination,
                Set.of(),
                null,
                false,
                null,
                null,
                null,
                null,
                0L,
                null,
                false,
                100);
        service.getBean(AuditSearch.class).each(question, entries::add);
        return entries;
    }

    @Test
    @DisplayName("that are wrongly configured keep the service from starting, with everything that is wrong")
    void wrong() {
        assertThatThrownBy(() -> start("--unified-hotline.events.destinations.one.webhook=ftp://x")
                        .close())
                .rootCause()
                .hasMessageContaining("one.webhook")
                .hasMessageContaining("one.sources")
                .hasMessageContaining("one.secret");
    }

    private static String[] settings(String name, String... more) {
        List<String> settings = new ArrayList<>(List.of("sources=switchboard,hotline", "secret=" + SECRET));
        settings.addAll(List.of(more));
        Map<String, String> last = new LinkedHashMap<>();
        settings.forEach(setting -> last.put(setting.split("=", 2)[0], setting));
        return last.values().stream()
                .map(setting -> "--unified-hotline.events.destinations." + name + "." + setting)
                .toArray(String[]::new);
    }

    private ConfigurableApplicationContext start(String... settings) throws InterruptedException {
        String[] all = Stream.concat(
                        Stream.of(
                                "--spring.main.web-application-type=none",
                                "--unified-hotline.keys.folder=" + TestKeys.folder(),
                                "--spring.datasource.url=" + TestServers.hub().jdbcUrl(hub),
                                "--spring.datasource.username=" + HubDatabases.SERVICE,
                                "--spring.datasource.password=" + HubDatabases.SERVICE,
                                "--unified-hotline.audit.folder=" + trail,
                                "--unified-hotline.search.url=http://127.0.0.1:1"),
                        Arrays.stream(settings))
                .toArray(String[]::new);
        ConfigurableApplicationContext service = new SpringApplicationBuilder(Application.class)
                .profiles("demo") // which makes the trail's keys
                .run(all);
        HubDatabase database = service.getBean(HubDatabase.class);
        ResolutionPhase phase = new ResolutionPhase(database);
        if (phase.now() != Phase.INCREMENTAL) {
            database.write(() -> phase.moveTo(Phase.INCREMENTAL));
            awaitTrue(() -> hasResolved(database), "the first, empty resolution: what comes during it is told twice");
        }
        return service;
    }

    private static boolean hasResolved(HubDatabase hub) {
        return hub.sql()
                .sql("SELECT model IS NOT NULL FROM resolution_state")
                .query(Boolean.class)
                .single();
    }

    /** A caller of the hotline; returns when it is resolved, so that the next one comes later. */
    private static void write(ConfigurableApplicationContext service, long id, String name, String telephone)
            throws InterruptedException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("caller_id", id);
        columns.put("full_name", name);
        columns.put("phone_1", telephone);
        for (String column : List.of(
                "phone_2", "sex", "birth_year", "province_name", "district_name", "relation_to_victim", "updated_at")) {
            columns.put(column, null);
        }
        columns.put("created_at", "2025-01-13T11:27:32Z");
        SourceChange change = new SourceChange.RowWritten(
                caller(id),
                new SourcePosition(1, 1, 100 + id, 0),
                SourceChange.Origin.INSERT,
                SourceRow.of(columns),
                Instant.parse("2025-01-13T11:27:33Z"));
        service.getBean(Ingest.class).ingest(SourceSystem.HOTLINE, List.of(change));
        Crosswalk crosswalk = service.getBean(Crosswalk.class);
        awaitTrue(() -> crosswalk.find(caller(id)) instanceof CrosswalkLookup.Live, "caller " + id + " resolved");
    }

    private static SourceRecordKey caller(long id) {
        return SourceRecordKey.of(SourceSystem.HOTLINE, "caller", Long.toString(id));
    }

    private static MasterId masterOf(ConfigurableApplicationContext service, long id) {
        return ((CrosswalkLookup.Live) service.getBean(Crosswalk.class).find(caller(id)))
                .entry()
                .masterId();
    }

    private static void isSigned(Call call) {
        assertThat(call.signature()).isEqualTo(code(call.id() + "." + call.timestamp() + "." + call.body()));
    }

    /** By the convention's own words, apart from the code under test. */
    private static String code(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".")) // not whole yet
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitTrue(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
