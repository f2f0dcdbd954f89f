package org.unifiedhotline.bench.footprint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unifiedhotline.bench.footprint.Workload.Block;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;

/**
 * Measures what capture costs the legacy systems: throughput and 99th percentile of a write workload with capture off, during
 * the snapshot, and while streaming, in alternating blocks of one run.
 *
 * <p>To be started on the legacy side's core, {@code taskset -c 0 java … Footprint [pairs of blocks, default 8] [seconds a block, default
 * 6] [rows of each table of callers, default 400000] [core of the service, default 1]}: both legacy servers and the clients stay
 * there, the service and its hub are put on the other core. A pair of blocks counts only where capture of both sources still did at the
 * end what it did at the beginning: if too few count, the tables need more rows, so that a snapshot outlasts a block.
 */
public final class Footprint {
    private static final int CLIENTS_EACH = 4;

    private enum Condition {
        OFF_BESIDE_SNAPSHOT,
        SNAPSHOT,
        OFF_BESIDE_STREAMING,
        STREAMING
    }

    private final int pairs;
    private final Duration block;
    private final Map<Condition, List<Block>> blocks = new EnumMap<>(Condition.class);

    private Footprint(int pairs, Duration block) {
        this.pairs = pairs;
        this.block = block;
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = argument(arguments, 0, 8);
        int seconds = argument(arguments, 1, 6);
        int rows = argument(arguments, 2, 400_000);
        int core = argument(arguments, 3, 1);
        try (MariaDbServer switchboard = MariaDbServer.start(ServerOptions.temporary());
                PostgresServer hotline = PostgresServer.start(ServerOptions.temporary())) {
            LegacySystems.createSwitchboard(switchboard);
            LegacySystems.createHotline(hotline);
            String switchboardUrl = switchboard.jdbcUrl(LegacySystems.SWITCHBOARD);
            String hotlineUrl = hotline.jdbcUrl(LegacySystems.HOTLINE);
            fill(switchboardUrl, hotlineUrl, rows);
            try (Workload workload = new Workload(switchboardUrl, hotlineUrl, CLIENTS_EACH, rows)) {
                Footprint footprint = new Footprint(pairs, Duration.ofSeconds(seconds));
                footprint.measure(workload, switchboard.port(), hotline.port(), core);
                footprint.report();
            }
        }
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    /** Callers of whom nobody is the same as another: names of their own, no telephones. */
    private static void fill(String switchboardUrl, String hotlineUrl, int rows) throws Exception {
        run(
                switchboardUrl,
                "INSERT INTO nguoi_goi (id, ho_ten, nam_sinh, ghi_chu, ngay_tao) SELECT seq, NULL, NULL,"
                        + " concat('ghi chú ', sha2(seq, 256)), now() FROM seq_1_to_" + rows);
        run(
                hotlineUrl,
                "INSERT INTO caller (caller_id, district_name, created_at)"
                        + " SELECT n, 'huyện ' || md5(n::text), now() FROM generate_series(1, " + rows + ") AS n");
    }

    private static void run(String url, String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void measure(Workload workload, int switchboardPort, int hotlinePort, int core) throws Exception {
        Process service = new ProcessBuilder(
                        "taskset",
                        "-c",
                        Integer.toString(core),
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceUnderTest.class.getName(),
                        Integer.toString(switchboardPort),
                        Integer.toString(hotlinePort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (PrintWriter orders = new PrintWriter(service.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
            await(answers, "> ready");
            order(orders, answers, "stream");
            say("warming up");
            workload.run(block.multipliedBy(2));
            for (int pair = 0; pair < pairs; pair++) {
                pair(workload, orders, answers, pair, Condition.OFF_BESIDE_STREAMING, Condition.STREAMING, "stream");
            }
            for (int pair = 0; pair < (pairs + 1) / 2; pair++) {
                pair(workload, orders, answers, pair, Condition.OFF_BESIDE_SNAPSHOT, Condition.SNAPSHOT, "snapshot");
            }
            orders.println("end");
            service.waitFor();
        } finally {
            service.destroy();
        }
    }

    /** Off first, then on, and the next time the other way around. */
    private void pair(
            Workload workload,
            PrintWriter orders,
            BufferedReader answers,
            int number,
            Condition off,
            Condition on,
            String order)
            throws Exception {
        Map<Condition, Block> both = new EnumMap<>(Condition.class);
        boolean held = true;
        for (int turn = 0; turn < 2; turn++) {
            boolean isOff = (number + turn) % 2 == 0;
            order(orders, answers, isOff ? "stop" : order);
            workload.run(Duration.ofMillis(500));
            Block done = workload.run(block);
            Condition condition = isOff ? off : on;
            both.put(condition, done);
            say(String.format(
                    Locale.ROOT,
                    "%-21s %7.0f transactions/s, p99 %6.2f ms",
                    condition,
                    done.perSecond(),
                    percentile(List.of(done), 0.99)));
            if (!isOff) {
                held = held(orders, answers, condition);
            }
            if (condition == Condition.STREAMING) {
                long begin = System.nanoTime();
                order(orders, answers, "stream");
                say(String.format(
                        Locale.ROOT, "  capture was %.1f s behind at its end", (System.nanoTime() - begin) / 1e9));
            }
        }
        if (held) {
            both.forEach((condition, done) ->
                    blocks.computeIfAbsent(condition, none -> new ArrayList<>()).add(done));
        }
    }

    /** Whether capture of both sources does at the end of a block what the block is to show. */
    private static boolean held(PrintWriter orders, BufferedReader answers, Condition condition) throws IOException {
        String state = asked(orders, answers, "state");
        boolean held = state.equals(condition.name());
        if (!held) {
            say("  thrown away with its pair: capture was at " + state + " when the block ended");
        }
        return held;
    }

    /** What the service answers to a question of one word. */
    private static String asked(PrintWriter orders, BufferedReader answers, String question) throws IOException {
        orders.println(question);
        String answer = answers.readLine();
        while (answer != null && !answer.startsWith("> " + question + " ")) {
            answer = answers.readLine();
        }
        if (answer == null) {
            throw new IOException("the service ended before it answered '" + question + "'");
        }
        await(answers, "> done " + question);
        return answer.substring(question.length() + 3);
    }

    private static void order(PrintWriter orders, BufferedReader answers, String order) throws IOException {
        orders.println(order);
        await(answers, "> done " + order);
    }

    private static void await(BufferedReader answers, String words) throws IOException {
        for (String line = answers.readLine(); !words.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IOException("the service ended before it said '" + words + "'");
            }
        }
    }

    private static double percentile(List<Block> blocks, double part) {
        long[] nanos = blocks.stream()
                .flatMap(block -> block.nanos().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return nanos[(int) Math.min(nanos.length - 1L, Math.round(nanos.length * part))] / 1_000_000.0;
    }

    private void report() {
        say("");
        compare("streaming", Condition.OFF_BESIDE_STREAMING, Condition.STREAMING);
        compare("snapshot", Condition.OFF_BESIDE_SNAPSHOT, Condition.SNAPSHOT);
    }

    /** The loss of each pair; its mean and twice the standard error of that. */
    private void compare(String what, Condition off, Condition on) {
        List<Block> without = blocks.getOrDefault(off, List.of());
        List<Block> with = blocks.getOrDefault(on, List.of());
        if (with.isEmpty()) {
            say(what + ": no block counts; give the tables more rows, or take shorter blocks");
            return;
        }
        double[] losses = new double[without.size()];
        for (int pair = 0; pair < losses.length; pair++) {
            losses[pair] =
                    100 * (1 - with.get(pair).perSecond() / without.get(pair).perSecond());
        }
        double mean = Arrays.stream(losses).average().orElseThrow();
        double variance =
                Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum() / Math.max(1, losses.length - 1);
        say(String.format(
                Locale.ROOT,
                "%-10s off %7.0f/s p99 %6.2f ms; on %7.0f/s p99 %6.2f ms; lost %5.2f %% ± %4.2f (%d pairs)",
                what,
                without.stream().mapToDouble(Block::perSecond).average().orElseThrow(),
                percentile(without, 0.99),
                with.stream().mapToDouble(Block::perSecond).average().orElseThrow(),
                percentile(with, 0.99),
                mean,
                2 * Math.sqrt(variance / losses.length),
                losses.length));
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
