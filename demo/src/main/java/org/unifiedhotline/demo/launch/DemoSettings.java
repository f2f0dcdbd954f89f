package org.unifiedhotline.demo.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment asks of the demo. A variable that is empty counts as not set.
 *
 * @param folder {@code DEMO_DIR}; empty for a temporary folder
 * @param switchboardSql {@code DEMO_SWITCHBOARD_SQL}; empty for sample data
 * @param hotlineSql {@code DEMO_HOTLINE_SQL}; empty for sample data
 * @param changesPerSecond {@code DEMO_CHANGES_PER_SECOND}, 0 for none
 * @param ports {@code DEMO_PORT_*}, all different
 */
record DemoSettings(
        Optional<Path> folder,
        Optional<Path> switchboardSql,
        Optional<Path> hotlineSql,
        double changesPerSecond,
        Map<DemoPort, Integer> ports) {
    private static final double MOST_CHANGES = 10_000;

    DemoSettings {
        ports = Map.copyOf(ports);
    }

    int port(DemoPort port) {
        return ports.getOrDefault(port, port.standard());
    }

    /**
     * Reads the settings.
     *
     * @param environment the process's environment
     * @param here what relative paths start from
     * @throws DemoProblem naming all that is wrong
     */
    static DemoSettings from(Map<String, String> environment, Path here) {
        Reader reader = new Reader(environment, here);
        Optional<Path> folder = reader.path("DEMO_DIR");
        Optional<Path> switchboardSql = reader.file("DEMO_SWITCHBOARD_SQL");
        Optional<Path> hotlineSql = reader.file("DEMO_HOTLINE_SQL");
        boolean givenData = switchboardSql.isPresent() || hotlineSql.isPresent();
        double changes = reader.changes(givenData ? 0 : 1);
        Map<DemoPort, Integer> ports = reader.ports();
        if (!reader.problems.isEmpty()) {
            throw new DemoProblem(reader.problems);
        }
        return new DemoSettings(folder, switchboardSql, hotlineSql, changes, ports);
    }

    private static final class Reader {
        private final Map<String, String> environment;
        private final Path here;
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, String> environment, Path here) {
            this.environment = environment;
            this.here = here;
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        Optional<Path> path(String name) {
            try {
                return value(name).map(value -> here.resolve(value).normalize());
            } catch (InvalidPathException e) {
                problems.add(name + ": not a path: " + e.getMessage());
                return Optional.empty();
            }
        }

        Optional<Path> file(String name) {
            Optional<Path> file = path(name);
            file.filter(path -> !Files.isRegularFile(path) || !Files.isReadable(path))
                    .ifPresent(
                            path -> problems.add(
                                    name + ": " + path
                                            + " is not a readable file; give the path of an SQL file, or leave it empty for sample data"));
            return file;
        }

        double changes(double standard) {
            String name = "DEMO_CHANGES_PER_SECOND";
            Optional<String> value = value(name);
            try {
                double changes = value.map(Double::parseDouble).orElse(standard);
                if (changes >= 0 && changes <= MOST_CHANGES) {
                    return changes;
                }
            } catch (NumberFormatException e) {
                // said below, as for a number out of range
            }
            problems.add(name + ": \"" + value.orElse("") + "\" is not a number from 0 to " + (int) MOST_CHANGES);
            return standard;
        }

        Map<DemoPort, Integer> ports() {
            Map<DemoPort, Integer> ports = new EnumMap<>(DemoPort.class);
            for (DemoPort port : DemoPort.values()) {
                int number = number(port);
                for (Map.Entry<DemoPort, Integer> other : ports.entrySet()) {
                    if (other.getValue() == number) {
                        problems.add(port.variable() + ": port " + number + " is also given to "
                                + other.getKey().variable() + "; choose different ones");
                    }
                }
                ports.put(port, number);
            }
            return ports;
        }

        private int number(DemoPort port) {
            Optional<String> value = value(port.variable());
            try {
                int number = value.map(Integer::parseInt).orElse(port.standard());
                if (number >= 1 && number <= 65535) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below, as for a number out of range
            }
            problems.add(port.variable() + ": \"" + value.orElse("") + "\" is not a port, a number from 1 to 65535");
            return port.standard();
        }
    }
}
