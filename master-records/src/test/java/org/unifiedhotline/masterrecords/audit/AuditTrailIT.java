package org.unifiedhotline.masterrecords.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.TestHub;
import org.unifiedhotline.masterrecords.records.MasterId;

/** The entry before the first of a test, and the one behind its last, are those of the service's start and stop. */
@DisplayName("The audit trail")
class AuditTrailIT {
    @TempDir
    Path folder;

    private AuditHub hub;

    @BeforeEach
    void begin(TestInfo test) {
        hub = new AuditHub("audit_" + Math.floorMod(test.getDisplayName().hashCode(), 1_000_000), folder);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("holds as it was written")
    void holds() {
        hub.write(20);
        AuditCheck.Finding finding = hub.check();
        assertThat(finding.complaints()).isEmpty();
        assertThat(finding.entries()).isEqualTo(22);
        assertThat(finding.headsNoted()).isPositive();
    }

    @Test
    @DisplayName("tells the auditor who, when, from where and what for, by filters, and keeps what was typed sealed")
    void isRead() {
        try (AuditTrail trail = hub.instance()) {
            trail.record(AuditHub.reading("officer", "nguyen thi hoa 1996"));
            trail.record(AuditHub.reading("steward", "giang a pao"));
        }
        List<AuditSearch.Shown> shown = new ArrayList<>();
        hub.search()
                .each(
                        new AuditQuestion(
                                null,
                                null,
                                "officer",
                                java.util.Set.of(AuditKind.SEARCH),
                                AuditHub.SOMEBODY,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                true,
                                10),
                        shown::add);
        assertThat(shown).singleElement().satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(2);
            assertThat(entry.at()).isEqualTo("2026-11-22T03:04:05.678901Z");
            assertThat(entry.address()).isEqualTo("10.1.2.3");
            assertThat(entry.details()).isEqualTo(Map.of("asked", "nguyen thi hoa 1996"));
        });
        assertThat(hub.hub
                        .sql()
                        .sql("SELECT string_agg(entry::text, ' ') FROM audit.entry AS entry")
                        .query(String.class)
                        .single())
                .doesNotContain("hoa", HexFormat.of().formatHex("hoa".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("cannot be changed, cut or dropped by the service's own account")
    void appendOnly() {
        hub.write(3);
        for (String attempt : List.of(
                "UPDATE audit.entry SET account = 'nobody'",
                "DELETE FROM audit.entry",
                "TRUNCATE audit.entry",
                "DROP TABLE audit.entry",
                "ALTER TABLE audit.entry ADD COLUMN other text",
                "CREATE TABLE audit.other (one int)",
                "CREATE RULE none AS ON INSERT TO audit.entry DO INSTEAD NOTHING",
                "CREATE TRIGGER none BEFORE INSERT ON audit.entry EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "DROP SCHEMA audit CASCADE",
                "SET ROLE unified_hotline_audit")) {
            assertThatThrownBy(() -> hub.hub.write(() -> hub.hub.template().execute(attempt)))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(hub.check().complaints()).isEmpty();
    }

    @Test
    @DisplayName("names the row that a superuser altered, whichever column it was")
    void alteredRow() {
        hub.write(20);
        for (String change : List.of(
                "account = 'somebody-else'",
                "account = NULL",
                "at = at + interval '1 microsecond'",
                "address = '10.9.9.9'",
                "kind = 'READ'",
                "call = 'GET /api/v1/me'",
                "status = 403",
                "refused = NOT refused",
                "roles = '{auditor}'",
                "masters = '{}'",
                "sealed = NULL",
                "sealed = set_byte(sealed, 3, 1 + get_byte(sealed, 3) % 250)",
                "instance = gen_random_uuid()")) {
            hub.asSuperuser(
                    "CREATE TABLE public.kept AS SELECT * FROM audit.entry WHERE sequence = 7",
                    "UPDATE audit.entry SET " + change + " WHERE sequence = 7");
            assertThat(hub.check().complaints())
                    .as(change)
                    .singleElement()
                    .asString()
                    .startsWith("entry 7: altered");
            hub.asSuperuser(
                    "DELETE FROM audit.entry WHERE sequence = 7",
                    "INSERT INTO audit.entry SELECT * FROM public.kept",
                    "DROP TABLE public.kept");
            assertThat(hub.check().complaints()).isEmpty();
        }
    }

    @Test
    @DisplayName("names the row whose sealed text was made unreadable")
    void destroyedKey() {
        hub.write(5);
        hub.asSuperuser("UPDATE audit.entry SET data_key = NULL WHERE sequence = 3");
        assertThat(hub.check().complaints()).singleElement().asString().startsWith("entry 3: the key");
    }

    @Test
    @DisplayName("names rows that were taken out, put in or exchanged")
    void missingRows() {
        hub.write(20);
        hub.asSuperuser("DELETE FROM audit.entry WHERE sequence IN (5, 6)");
        assertThat(hub.check().complaints()).first().asString().startsWith("entries 5 to 6: missing");
        hub.asSuperuser("UPDATE audit.entry SET sequence = sequence - 2 WHERE sequence > 6");
        assertThat(hub.check().complaints()).first().asString().startsWith("entry 5: altered");
    }

    @Test
    @DisplayName("is found to be rewritten, even whole and with hashes of another key")
    void rewrittenWhole() throws IOException {
        hub.write(12);
        Path theirs = Files.createDirectory(folder.resolve("forged"));
        AuditHub forged = new AuditHub("audit_forged", theirs);
        forged.write(12);
        forged.close();
        copyTrail("audit_forged");
        List<String> complaints = hub.check().complaints();
        assertThat(complaints).first().asString().startsWith("entry 1: altered");
        assertThat(complaints).anyMatch(complaint -> complaint.contains("heads.log"));
    }

    @Test
    @DisplayName("is found to be rewritten even by somebody who has the key, for its heads stand outside")
    void rewrittenWithTheKey() throws IOException {
        hub.write(12);
        Path theirs = Files.createDirectory(folder.resolve("insider"));
        Files.copy(folder.resolve("chain.key"), theirs.resolve("chain.key"));
        Files.copy(folder.resolve("sealing.key"), theirs.resolve("sealing.key"));
        Files.createDirectory(theirs.resolve("keys"));
        for (String key : List.of("encryption-1.key", "hashing.key", "records.tree")) {
            Files.copy(
                    folder.resolve("keys").resolve(key), theirs.resolve("keys").resolve(key));
        }
        AuditHub forged = new AuditHub("audit_insider", theirs);
        forged.write(12);
        forged.close();
        copyTrail("audit_insider");
        assertThat(hub.check().complaints())
                .isNotEmpty()
                .allMatch(complaint ->
                        complaint.contains("another than was noted in") && complaint.contains("heads.log"));
    }

    @Test
    @DisplayName("is found to be cut, be it by one row or to the last")
    void cutTail() {
        hub.write(20);
        hub.asSuperuser("DELETE FROM audit.entry WHERE sequence > 21");
        assertThat(hub.check().complaints()).singleElement().asString().startsWith("entry 22: cut off");
        hub.asSuperuser("DELETE FROM audit.entry WHERE sequence > 10");
        assertThat(hub.check().complaints()).singleElement().asString().startsWith("entries 11 to 22: cut off");
        hub.asSuperuser("TRUNCATE audit.entry");
        assertThat(hub.check().complaints()).singleElement().asString().startsWith("entries 1 to 22: cut off");
    }

    @Test
    @DisplayName(
            "that was cut is complained of by the instance that starts on it, and by verification whatever is written since")
    void cutAndGoneOn() {
        hub.write(20);
        hub.asSuperuser("DELETE FROM audit.entry WHERE sequence > 10");
        try (AuditTrail trail = hub.instance()) {
            assertThat(trail.complaint())
                    .contains("22")
                    .contains("cut")
                    .containsPattern("set back to a backup.* from \\S+Z to \\S+Z or a little later is lost");
            for (int number = 0; number < 30; number++) {
                trail.record(AuditHub.reading("officer", "lo thi mai"));
            }
        }
        assertThat(hub.check().complaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("another than was noted"));
    }

    @Test
    @DisplayName("that is cut while an instance writes is complained of at its next entry")
    void cutWhileWriting() {
        try (AuditTrail trail = hub.instance()) {
            for (int number = 0; number < 10; number++) {
                trail.record(AuditHub.reading("officer", "lo thi mai"));
            }
            hub.asSuperuser("DELETE FROM audit.entry WHERE sequence > 4");
            assertThat(trail.complaint()).isNull();
            trail.record(AuditHub.reading("officer", "lo thi mai"));
            assertThat(trail.complaint()).contains("entry 4").contains("entry 11");
        }
    }

    @Test
    @DisplayName("names lines of the heads that were altered")
    void alteredHeads() throws IOException {
        hub.write(5);
        Path heads = folder.resolve("heads.log");
        List<String> lines = new ArrayList<>(Files.readAllLines(heads));
        lines.set(0, lines.getFirst().replaceFirst("^\\d{4}", "1999"));
        Files.write(heads, lines);
        assertThat(hub.check().complaints()).singleElement().asString().endsWith("heads.log, line 1: altered");
    }

    @Test
    @DisplayName("of two instances that write at once is one chain")
    void twoInstances() throws InterruptedException {
        try (AuditTrail one = hub.instance();
                AuditTrail two = hub.instance();
                ExecutorService writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 400)
                    .forEach(number -> writers.execute(() ->
                            (number % 2 == 0 ? one : two).record(AuditHub.reading("officer", "number " + number))));
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        AuditCheck.Finding finding = hub.check();
        assertThat(finding.complaints()).isEmpty();
        assertThat(finding.entries()).isEqualTo(404);
        assertThat(hub.hub
                        .sql()
                        .sql("SELECT count(DISTINCT instance) FROM audit.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("holds all that was confirmed by an instance that was killed while it wrote, and goes on behind it")
    void killed() throws IOException, InterruptedException {
        Path said = Files.createFile(folder.resolve("said"));
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        hub.jdbcUrl(),
                        folder.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (writer.isAlive() && Files.size(said) < 200) {
            Thread.sleep(20);
        }
        writer.destroyForcibly().waitFor();
        long confirmed = Files.size(said);
        assertThat(confirmed).isGreaterThanOrEqualTo(200);
        hub.write(3);
        AuditCheck.Finding finding = hub.check();
        assertThat(finding.complaints()).isEmpty();
        assertThat(finding.entries()).isGreaterThanOrEqualTo(1 + confirmed + 5);
    }

    @Test
    @DisplayName("tells whoever wants to answer that it cannot be written, and is written again when it can")
    void unavailable() {
        try (AuditTrail trail = hub.instance()) {
            hub.asSuperuser("REVOKE INSERT ON audit.entry FROM hub");
            assertThatThrownBy(() -> trail.record(AuditHub.reading("officer", "lo thi mai")))
                    .isInstanceOf(AuditUnavailableException.class);
            hub.asSuperuser("GRANT INSERT ON audit.entry TO hub");
            trail.record(AuditHub.reading("officer", "lo thi mai"));
        }
        assertThat(hub.check().complaints()).isEmpty();
        assertThat(hub.check().entries()).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "asks at start for its tables, for no right more than to append and read, and for its own keys, by name")
    void asksAtStart() {
        new AuditRights(hub.hub).require();
        hub.asSuperuser("GRANT UPDATE ON audit.entry TO hub");
        assertThatThrownBy(() -> new AuditRights(hub.hub).require()).hasMessageContaining("may UPDATE");
        hub.asSuperuser("REVOKE UPDATE, SELECT ON audit.entry FROM hub");
        assertThatThrownBy(() -> new AuditRights(hub.hub).require()).hasMessageContaining("may not SELECT");
        try (TestHub ofSuperuser = TestHub.create("audit_none")) {
            assertThatThrownBy(() -> new AuditRights(ofSuperuser.database()).require())
                    .hasMessageContaining("config/hub/audit.sql");
            org.unifiedhotline.demo.servers.HubDatabases.addAuditTrail(TestServers.hub(), "audit_none");
            assertThatThrownBy(() -> new AuditRights(ofSuperuser.database()).require())
                    .hasMessageContaining("superuser");
        }
        assertThatThrownBy(() -> AuditKeys.in(folder.resolve("elsewhere"), false))
                .hasMessageContaining("chain.key")
                .hasMessageContaining("openssl");
    }

    @Test
    @DisplayName("forgets by order what was typed about somebody: also where a backup brings the entry's key back")
    void forgotten() {
        try (AuditTrail trail = hub.instance()) {
            trail.record(AuditHub.reading("officer", "lo thi mai"));
            trail.record(AuditHub.reading("officer", "vang a sung"));
            hub.asSuperuser("CREATE TABLE backup AS SELECT sequence, data_key FROM audit.entry");
            assertThat(forgetting(trail)
                            .forget(term -> term.equals("lo thi mai"), List.of(), (master, time) -> false, "erasure 1"))
                    .isEqualTo(1);
            hub.asSuperuser("UPDATE audit.entry SET data_key = backup.data_key FROM backup"
                    + " WHERE entry.sequence = backup.sequence");
            assertThat(asked()).containsExactly("(forgotten)", "vang a sung");
            assertThat(hub.check().complaints()).as("the order stands").isEmpty();

            hub.asSuperuser("DROP TABLE backup");
            assertThat(forgetting(trail).forget(term -> false, List.of(), (master, time) -> false, "erasure 1 again"))
                    .as("found again, though nobody can tell what it said")
                    .isEqualTo(1);
            assertThat(hub.hub
                            .sql()
                            .sql("SELECT count(*) FROM audit.entry WHERE kind = 'SEARCH' AND data_key IS NULL")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(hub.check().complaints()).isEmpty();
    }

    @Test
    @DisplayName(
            "keeps what was typed in deciding about somebody held, though it names who is erased; not who was looked for")
    void wordsAboutHeld() {
        MasterId one = MasterId.of("00000000-0000-4000-8000-00000000000a");
        try (AuditTrail trail = hub.instance()) {
            Instant apart = Instant.now();
            for (AuditKind kind : List.of(AuditKind.DECISION, AuditKind.SEARCH)) {
                for (Instant at : List.of(apart.minusSeconds(9), apart.plusSeconds(9))) {
                    trail.record(new AuditEvent(
                            at,
                            "steward",
                            List.of("steward"),
                            "127.0.0.1",
                            kind,
                            "POST /",
                            200,
                            false,
                            List.of(one),
                            Map.of("reason", "lo thi mai is another")));
                }
            }
            assertThat(forgetting(trail)
                            .forget(
                                    term -> term.contains("lo thi mai"),
                                    List.of(one),
                                    (master, time) -> master.equals(one) && time.isBefore(apart),
                                    "erasure 1"))
                    .isEqualTo(3);
            assertThat(entries(AuditKind.DECISION))
                    .filteredOn(entry -> entry.details() != null)
                    .hasSize(1)
                    .allSatisfy(entry -> assertThat(entry.at()).isBefore(apart));
            assertThat(entries(AuditKind.SEARCH))
                    .allSatisfy(entry -> assertThat(entry.details()).isNull());
        }
        assertThat(hub.check().complaints()).isEmpty();
    }

    @Test
    @DisplayName("forgets what was typed to reveal somebody or to break the glass, in the alert too")
    void wordsAboutSomebody() {
        MasterId girl = MasterId.of("00000000-0000-4000-8000-00000000000a");
        MasterId other = MasterId.of("00000000-0000-4000-8000-00000000000b");
        try (AuditTrail trail = hub.instance()) {
            for (AuditKind kind : List.of(AuditKind.REVEAL, AuditKind.ALERT)) {
                for (MasterId of : List.of(girl, other)) {
                    trail.record(new AuditEvent(
                            Instant.now(),
                            "officer",
                            List.of("officer"),
                            "127.0.0.1",
                            kind,
                            "broke the glass",
                            0,
                            false,
                            List.of(of),
                            Map.of("purpose", "other", "reason", "her aunt stands outside")));
                }
            }
            assertThat(forgetting(trail).forget(term -> false, List.of(girl), (master, time) -> false, "erasure 1"))
                    .isEqualTo(2);
            for (AuditKind kind : List.of(AuditKind.REVEAL, AuditKind.ALERT)) {
                assertThat(entries(kind)).hasSize(2).allSatisfy(entry -> {
                    if (entry.masters().contains(girl.value())) {
                        assertThat(entry.details()).isNull();
                    } else {
                        assertThat(entry.details()).containsEntry("reason", "her aunt stands outside");
                    }
                });
            }
        }
        assertThat(hub.check().complaints()).isEmpty();
    }

    private Forgetting forgetting(AuditTrail trail) {
        return new Forgetting(hub.hub, trail, AuditKeys.in(folder, false), Clock.systemUTC());
    }

    private List<String> asked() {
        List<String> asked = new ArrayList<>();
        hub.search()
                .each(
                        new AuditQuestion(
                                null, null, null, Set.of(), null, false, null, null, null, null, null, null, false,
                                100),
                        entry -> {
                            if (entry.kind() == AuditKind.SEARCH) {
                                Map<String, String> details = entry.details();
                                asked.add(details == null ? "(forgotten)" : details.get("asked"));
                            }
                        });
        return asked;
    }

    @Test
    @DisplayName(
            "tells with what configuration each run started, by fingerprints, and what was another at the last start")
    void startedWith() {
        hub.instance(Duration.ZERO, Map.of("file roles.yaml", "aa", "setting server.port", "bb"))
                .close();
        hub.instance(Duration.ZERO, Map.of("file roles.yaml", "aa", "setting server.port", "bb"))
                .close();
        assertThat(entries(AuditKind.CONFIGURATION)).as("the same").isEmpty();
        hub.instance(Duration.ZERO, Map.of("file roles.yaml", "cc", "file stewards.yaml", "dd"))
                .close();
        assertThat(entries(AuditKind.CONFIGURATION)).singleElement().satisfies(entry -> {
            assertThat(entry.call()).isEqualTo("start with another configuration");
            assertThat(entry.details())
                    .containsExactly(Map.entry("changed", "file roles.yaml, file stewards.yaml, setting server.port"));
        });
        assertThat(entries(AuditKind.SERVICE).getFirst().details()).containsEntry("file roles.yaml", "aa");
        assertThat(hub.check().complaints()).isEmpty();
    }

    @Test
    @DisplayName(
            "tells what an operator's command did, and who called it on the operating system, beside a running service")
    void commands() {
        try (AuditTrail service = hub.instance()) {
            service.record(AuditHub.reading("officer", "hoa"));
            new CommandTrail(hub.hub, folder)
                    .record(AuditKind.CONFIGURATION, "retention --apply", Map.of("asked", "now"));
            service.record(AuditHub.reading("officer", "lan"));
        }
        assertThat(entries(AuditKind.CONFIGURATION)).singleElement().satisfies(entry -> {
            assertThat(entry.account()).isEqualTo("operator");
            assertThat(entry.call()).isEqualTo("command retention --apply");
            assertThat(entry.details()).containsEntry("asked", "now").containsKey("user");
        });
        assertThat(hub.check().complaints()).isEmpty();
    }

    @Test
    @DisplayName(
            "has its sealing key renewed while it is written: all is read with the new key alone, and the chain holds")
    void renewedKey() throws IOException {
        hub.write(5);
        AuditTrail service = hub.instance();
        SealingRotation rotation = new SealingRotation(hub.hub, folder);
        assertThat(rotation.isAllowed()).isTrue();
        assertThat(rotation.makeKey()).isEqualTo("sealing-2.key");
        service.record(AuditHub.reading("officer", "sealed by the new key"));
        SealingRotation.Outcome done = rotation.run(_ -> {});
        assertThat(done.wrapped()).isEqualTo(5);
        assertThat(done.unopened()).isZero();
        assertThat(done.unused()).containsExactly("sealing.key");
        assertThat(rotation.run(_ -> {}).wrapped()).as("again").isZero();
        Files.delete(folder.resolve("sealing.key"));
        service.record(AuditHub.reading("officer", "after the old one is gone"));
        service.close();
        assertThat(entries(AuditKind.SEARCH))
                .hasSize(7)
                .allSatisfy(entry -> assertThat(entry.details()).containsKey("asked"));
        assertThat(hub.check().complaints()).isEmpty();
        assertThat(folder.resolve("sealing.key")).as("made again by nobody").doesNotExist();
    }

    @Test
    @DisplayName(
            "lets the service's account put no other bytes in the place of a key than wrap as many, and changes nothing else")
    void rewrapsNothingElse() {
        hub.write(2);
        Integer went = hub.hub.sql().sql("""
                        SELECT audit.rewrap(array_agg(sequence), array_agg(data_key), array_agg('\\x00'::bytea))
                          FROM audit.entry WHERE data_key IS NOT NULL
                        """).query(Integer.class).single();
        assertThat(went).isZero();
        assertThat(hub.check().complaints()).isEmpty();
    }

    private List<AuditSearch.Shown> entries(AuditKind kind) {
        List<AuditSearch.Shown> entries = new ArrayList<>();
        hub.search()
                .each(
                        new AuditQuestion(
                                null,
                                null,
                                null,
                                Set.of(kind),
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                100),
                        entries::add);
        return entries;
    }

    @Test
    @DisplayName("is not written with another key without complaint")
    void anotherKey() throws IOException {
        hub.write(3);
        Files.delete(folder.resolve("chain.key"));
        Files.delete(folder.resolve("heads.log"));
        try (AuditTrail trail = hub.instance()) {
            assertThat(trail.complaint()).contains("another key");
        }
        assertThat(hub.check().complaints()).first().asString().startsWith("entry 1: altered");
    }

    /** As a superuser would who puts a trail of their own in the place of ours. */
    private void copyTrail(String from) throws IOException {
        PostgresServer server = TestServers.hub();
        StringBuilder rows = new StringBuilder();
        try (var connection = server.connect(from);
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT format('(%L,%L,%L,%L,%L,%L,%L,%L,%L,%L,%L,%L,%L,%L)', sequence, at, instance, account, roles,"
                                + " address, kind, call, status, refused, masters, data_key, sealed, mac)"
                                + " FROM audit.entry ORDER BY sequence")) {
            while (found.next()) {
                rows.append(rows.isEmpty() ? "" : ",").append(found.getString(1));
            }
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        hub.asSuperuser("TRUNCATE audit.entry", "INSERT INTO audit.entry VALUES " + rows);
    }
}
