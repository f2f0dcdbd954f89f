package org.unifiedhotline.bench.stewardship;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.unifiedhotline.demo.servers.SqlScript;
import org.unifiedhotline.demo.servers.SqlScript.Dialect;

/**
 * Holds a running demo to its promise that who is who is a function of records, assertions and model:
 * {@code RandomDecisions APP.jar DEMO_DIR DECISIONS SEED [STREAM-SWITCHBOARD.sql STREAM-HOTLINE.sql]}. It has
 * {@code verify-resolution} find no difference after the stream files, after so many random decisions over HTTP, and after their
 * undo; compares the crosswalk with that before; and alters a link by SQL, which the command must name. Ports as the
 * demo's environment says them; no live traffic beside it. Exit code 1 if anything does not hold.
 */
public final class RandomDecisions {
    private static final long PATIENCE_MILLIS = 180_000;

    private final Path jar;
    private final Path demo;
    private final Api office;
    private boolean holds = true;

    private RandomDecisions(Path jar, Path demo, URI service) {
        this.jar = jar;
        this.demo = demo;
        this.office = new Api(service, "office-script");
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        URI service = URI.create("http://127.0.0.1:" + port("DEMO_PORT_CONSOLE", 8080));
        RandomDecisions run = new RandomDecisions(Path.of(arguments[0]), Path.of(arguments[1]), service);
        run.verified("at the beginning");
        if (arguments.length > 4) {
            run.stream(Path.of(arguments[4]), Path.of(arguments[5]));
        }
        run.decisions(service, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        run.alteredLink();
        System.out.println(run.holds ? "all holds" : "something does not hold");
        System.exit(run.holds ? 0 : 1);
    }

    private static int port(String variable, int usual) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? usual : Integer.parseInt(value);
    }

    private void stream(Path switchboard, Path hotline) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port("DEMO_PORT_SWITCHBOARD", 13306) + "/tongdai111",
                "legacy",
                "legacy")) {
            SqlScript.of(switchboard, Dialect.MARIADB).run(connection);
        }
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port("DEMO_PORT_HOTLINE", 15432) + "/pcmbn", "legacy", "legacy")) {
            SqlScript.of(hotline, Dialect.POSTGRESQL).run(connection);
        }
        verified("after the stream files");
    }

    private void decisions(URI service, int wanted, long seed) throws Exception {
        Crosswalk crosswalk = new Crosswalk(office);
        Map<String, List<String>> before = crosswalk.people();
        Deciders deciders = new Deciders(
                new Api(service, "steward-script"), new Api(service, "supervisor-script"), new Random(seed));
        long start = System.nanoTime();
        deciders.decide(wanted, crosswalk);
        System.out.printf("%d decisions in %.1f s: %s%n", wanted, (System.nanoTime() - start) / 1e9, deciders.counts());
        Map<String, List<String>> between = crosswalk.people();
        System.out.printf("%d people before, %d now%n", before.size(), between.size());
        verified("after " + wanted + " random decisions");
        System.out.printf("%d decisions undone in an order of chance%n", deciders.undoAll());
        verified("after their undo");
        Map<String, List<String>> after = crosswalk.people();
        told("the clusters are those of before", Crosswalk.clusters(before).equals(Crosswalk.clusters(after)));
        long others = after.entrySet().stream()
                .filter(person -> !person.getValue().equals(before.get(person.getKey())))
                .count();
        System.out.printf("%d people have another id than before: ids follow history%n", others);
    }

    /** Takes a record from its person by SQL: the check must name it, and nothing once it is given back. */
    private void alteredLink() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + port("DEMO_PORT_HUB", 15433) + "/hub";
        try (Connection hub = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = hub.createStatement()) {
            String record;
            String master;
            try (ResultSet row = statement.executeQuery(
                    "SELECT record_id, source_system || '/' || source_table || '/' || local_id AS key, master_id"
                            + " FROM link ORDER BY record_id LIMIT 1")) {
                row.next();
                record = row.getString("key");
                master = row.getString("master_id");
            }
            relink(hub, record, "SELECT master_id FROM link ORDER BY record_id DESC LIMIT 1");
            Verification altered = verify();
            told(
                    "verify-resolution names " + record + ", altered by SQL",
                    altered.exit() == 1 && altered.output().contains(record));
            relink(hub, record, "SELECT '" + master + "'::uuid");
        }
        verified("after it was given back");
    }

    private static void relink(Connection hub, String record, String to) throws SQLException {
        try (PreparedStatement update = hub.prepareStatement("UPDATE link SET master_id = (" + to
                + ") WHERE source_system || '/' || source_table || '/' || local_id = ?")) {
            update.setString(1, record);
            update.executeUpdate();
        }
    }

    private record Verification(int exit, String output) {}

    private void verified(String when) throws Exception {
        Verification verification = verify();
        told(
                "verify-resolution " + when + ": "
                        + verification.output().lines().reduce("", (a, b) -> b),
                verification.exit() == 0);
    }

    private void told(String what, boolean held) {
        System.out.println((held ? "holds    " : "DOES NOT ") + what);
        holds &= held;
    }

    private Verification verify() throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!office.get("/api/v1/pipeline").json().path("caughtUp").asBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("the demo does not catch up");
            }
            Thread.sleep(200);
        }
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "verify-resolution",
                        "--demo=" + demo)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Verification(command.waitFor(), output.strip());
    }
}
