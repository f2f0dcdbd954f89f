package org.unifiedhotline.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unifiedhotline.faults.Commands.Said;

/**
 * Whether all is the same as without the fault. {@link #of} asks the shipped commands, which hold every row of both sources
 * against the hub, every master record against the index, and every cluster against one reckoned anew, and besides, without
 * them, whether the crosswalk has exactly the keys of the sources. {@link #histories} and {@link #clusters} hold two hubs
 * against each other.
 *
 * @param rows legacy rows that were compared
 * @param people master records
 * @param documents documents of the index
 * @param deadLetters rows that could not be processed
 */
record Comparison(long rows, long people, long documents, long deadLetters) {
    private static final Pattern FIGURES =
            Pattern.compile("(\\d+) rows, (\\d+) master records, (\\d+) documents compared: no difference(.*)");
    private static final Pattern DEAD_LETTERS = Pattern.compile("(\\d+) dead letters");

    /** Compares once nothing is written any more; fails with what differs, what was not compared, and dead letters that are new. */
    static Comparison of(World world) {
        return of(world, world.service(), world.settings());
    }

    /** The same for another service of this world. */
    static Comparison of(World world, ServiceProcess service, Map<String, String> settings) {
        service.waitUntilCaughtUp();
        Said reconciled = Commands.operator(settings, "reconcile", "--rate=1000000", "--wait=30");
        Comparison comparison = reconciled
                .text()
                .lines()
                .map(Comparison::read)
                .filter(read -> read != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("reconcile: " + reconciled.code() + "\n" + reconciled.text()));
        if (reconciled.code() != 0) {
            throw new AssertionError("reconcile ended with " + reconciled.code() + "\n" + reconciled.text());
        }
        requireWhole(reconciled.text());
        if (comparison.deadLetters() > world.deadLetters()) {
            throw new AssertionError(comparison.deadLetters() + " dead letters, " + world.deadLetters() + " before");
        }
        requireSameKeys(world, service);
        return comparison;
    }

    /** Besides, whether keys, edges and clusters are as when reckoned anew from all records. */
    static Comparison withClusters(World world) {
        Comparison comparison = of(world);
        requireClusters(world.settings());
        return comparison;
    }

    static void requireClusters(Map<String, String> settings) {
        Said verified = Commands.operator(settings, "verify-resolution");
        if (verified.code() != 0) {
            throw new AssertionError("verify-resolution ended with " + verified.code() + "\n" + verified.text());
        }
    }

    /** A note says what was not compared; what was still on its way was not, either. */
    private static void requireWhole(String said) {
        if (said.lines().anyMatch(line -> line.startsWith("note: ") || line.contains("changed all the time"))) {
            throw new AssertionError("reconcile did not compare everything:\n" + said);
        }
    }

    private static Comparison read(String line) {
        Matcher figures = FIGURES.matcher(line);
        if (!figures.matches()) {
            return null;
        }
        Matcher letters = DEAD_LETTERS.matcher(figures.group(4));
        return new Comparison(
                Long.parseLong(figures.group(1)),
                Long.parseLong(figures.group(2)),
                Long.parseLong(figures.group(3)),
                letters.find() ? Long.parseLong(letters.group(1)) : 0);
    }

    private static void requireSameKeys(World world, ServiceProcess service) {
        SortedSet<String> expected = new TreeSet<>();
        try (Connection switchboard = world.legacySwitchboard();
                Connection hotline = world.legacyHotline()) {
            for (String table : List.of("nguoi_goi", "tre_em")) {
                World.column(switchboard, "SELECT id FROM " + table)
                        .forEach(id -> expected.add("switchboard," + table + "," + id));
            }
            for (String table : List.of("caller", "victim")) {
                World.column(hotline, "SELECT " + table + "_id FROM hotline." + table)
                        .forEach(id -> expected.add("hotline," + table + "," + id));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        SortedSet<String> told = new TreeSet<>();
        service.crosswalk().forEach(line -> told.add(key(line)));
        if (!told.equals(expected)) {
            throw new AssertionError(
                    "the crosswalk lacks " + without(expected, told) + " and has besides " + without(told, expected));
        }
    }

    private static String key(String line) {
        String[] cells = line.split(",");
        return cells[0] + "," + cells[1] + "," + cells[2];
    }

    /** Where the logs stand that a hub has read, by the code of the source system. */
    static Map<String, String> positions(World world, String hub) {
        Map<String, String> positions = new TreeMap<>();
        for (String system : List.of("switchboard", "hotline")) {
            positions.put(
                    system,
                    world.inHub(
                                    hub,
                                    "SELECT concat_ws(', ', position_file, position_offset) FROM capture_state"
                                            + " WHERE source_system = '" + system + "'")
                            .getFirst());
        }
        return positions;
    }

    /**
     * Requires that two hubs heard the same of every row: the same changes at the same places of the logs, each once.
     *
     * @param from where the logs stood when both had heard everything: what was before is not compared
     * @return how many changes there were
     */
    static long histories(World world, String one, String other, Map<String, String> from) {
        String events = """
                SELECT concat_ws('/', s.source_table, s.local_id, c.log_file, c.log_offset, c.event_row, c.kind)
                  FROM source_change c JOIN source_record s USING (record_id)
                 WHERE (c.log_file, c.log_offset) > (%s) AND s.source_system = '%s'""";
        long compared = 0;
        for (String system : List.of("switchboard", "hotline")) {
            List<String> first = new ArrayList<>(world.inHub(one, events.formatted(from.get(system), system)));
            List<String> second = new ArrayList<>(world.inHub(other, events.formatted(from.get(system), system)));
            requireSame("changes of the " + system, first, second);
            compared += first.size();
        }
        return compared;
    }

    private static void requireSame(String what, List<String> first, List<String> second) {
        Map<String, Integer> counts = new TreeMap<>();
        first.forEach(value -> counts.merge(value, 1, Integer::sum));
        second.forEach(value -> counts.merge(value, -1, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        if (!counts.isEmpty()) {
            throw new AssertionError(counts.size() + " " + what + " differ, as "
                    + counts.entrySet().stream().limit(10).toList());
        }
    }

    /**
     * Requires that two services tell the same people: the same groups of source records, whatever their master ids.
     *
     * @return how many people there were
     */
    static long clusters(ServiceProcess one, ServiceProcess other) {
        List<String> first = groups(one.crosswalk());
        requireSame("people", first, groups(other.crosswalk()));
        return first.size();
    }

    private static List<String> groups(List<String> crosswalk) {
        Map<String, SortedSet<String>> people = new HashMap<>();
        for (String line : crosswalk) {
            people.computeIfAbsent(line.split(",")[3], id -> new TreeSet<>()).add(key(line));
        }
        return people.values().stream().map(Object::toString).toList();
    }

    private static List<String> without(SortedSet<String> all, SortedSet<String> those) {
        return all.stream().filter(key -> !those.contains(key)).limit(10).toList();
    }
}
