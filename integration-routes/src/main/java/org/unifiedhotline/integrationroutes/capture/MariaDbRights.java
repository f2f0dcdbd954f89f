package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What MariaDB lets the service do; {@code config/legacy-grants/switchboard.sql} sees to it. */
final class MariaDbRights {
    /** What must be set on the server, and to what. */
    private static final Map<String, String> SETTINGS =
            Map.of("log_bin", "1", "binlog_format", "ROW", "binlog_row_image", "FULL");
    /** Each right with the names that it has or had. */
    private static final Set<String> TO_FOLLOW = Set.of("REPLICATION SLAVE", "REPLICATION REPLICA");

    private static final Set<String> TO_LOOK = Set.of("BINLOG MONITOR", "REPLICATION CLIENT");
    /** Rights that change nothing; all others are too much. */
    private static final Set<String> HARMLESS =
            Set.of("USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES", "REPLICA MONITOR", "SLAVE MONITOR");

    private static final Pattern ROLE = Pattern.compile("GRANT (`(?:[^`]|``)+`|\\S+) TO .*");
    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\S+) TO .*");
    /** The columns of a right, as in {@code UPDATE (`ghi_chu`)}. */
    private static final Pattern COLUMNS = Pattern.compile("\\([^)]*\\)");

    private MariaDbRights() {}

    static Rights of(CaptureSettings settings, Connection source) throws SQLException {
        List<String> missing = new ArrayList<>();
        Set<String> excess = new TreeSet<>();
        Set<String> held = held(source, excess);
        excess.addAll(ofRoles(source, excess));
        boolean all = held.contains("ALL PRIVILEGES");
        String account = "'" + settings.username() + "'@'%'";
        if (!all && TO_FOLLOW.stream().noneMatch(held::contains)) {
            missing.add("the right to be sent the binary log: GRANT REPLICATION SLAVE ON *.* TO " + account);
        }
        if (!all && TO_LOOK.stream().noneMatch(held::contains)) {
            missing.add("the right to ask where it stands: GRANT BINLOG MONITOR ON *.* TO " + account);
        }
        Map<String, List<String>> tables = new HashMap<>();
        Set<String> readable = readableTables(source);
        for (String table : CapturedTables.of(settings.system())) {
            if (!readable.contains(table)) {
                String complaint = "the table " + settings.database() + "." + table + ", or: GRANT SELECT ON "
                        + settings.database() + ".* TO " + account;
                missing.add(complaint);
                tables.put(table, List.of(complaint));
            }
        }
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            String value = column(source, "SELECT @@GLOBAL." + setting.getKey()).getFirst();
            if (!setting.getValue().equalsIgnoreCase(value)) {
                missing.add("the server's setting " + setting.getKey() + "="
                        + ("1".equals(setting.getValue()) ? "ON" : setting.getValue()));
            }
        }
        if (all || TO_LOOK.stream().anyMatch(held::contains)) {
            missing.addAll(leftOutOfLog(settings.database(), source));
        }
        return new Rights(missing, List.copyOf(excess), tables);
    }

    /** Whether the server writes changes of the database to its log at all; it asks for the right to look. */
    private static List<String> leftOutOfLog(String database, Connection source) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
            if (row.next()) {
                List<String> only = names(row.getString("Binlog_Do_DB"));
                if (!only.isEmpty() && !only.contains(database)) {
                    missing.add(
                            "changes of " + database + " in the binary log: binlog_do_db names other databases alone");
                }
                if (names(row.getString("Binlog_Ignore_DB")).contains(database)) {
                    missing.add("changes of " + database + " in the binary log: binlog_ignore_db leaves them out");
                }
            }
        }
        return missing;
    }

    private static List<String> names(@Nullable String list) {
        return list == null || list.isBlank() ? List.of() : List.of(list.split(","));
    }

    /** The rights that the account has anywhere; those that are too much are noted with where they hold. */
    private static Set<String> held(Connection source, Set<String> excess) throws SQLException {
        Set<String> held = new HashSet<>();
        for (String line : column(source, "SHOW GRANTS")) {
            Matcher grant = GRANT.matcher(line);
            if (!grant.matches()) {
                continue; // that a role was granted
            }
            for (String right : COLUMNS.matcher(grant.group(1)).replaceAll("").split(",")) {
                String name = right.trim().toUpperCase(Locale.ROOT);
                held.add(name);
                if (!HARMLESS.contains(name) && !TO_FOLLOW.contains(name) && !TO_LOOK.contains(name)) {
                    excess.add(name + " ON " + grant.group(2));
                }
            }
            if (line.toUpperCase(Locale.ROOT).endsWith("WITH GRANT OPTION")) {
                excess.add("GRANT OPTION ON " + grant.group(2));
            }
        }
        return held;
    }

    /**
     * What is too much in roles that the account may take on: this session takes on each for a moment, since it cannot ask for the rights
     * of others. What it has without them is told already.
     */
    private static Set<String> ofRoles(Connection source, Set<String> own) throws SQLException {
        Set<String> excess = new TreeSet<>();
        List<String> roles = column(source, "SHOW GRANTS").stream()
                .map(ROLE::matcher)
                .filter(Matcher::matches)
                .map(grant -> grant.group(1))
                .toList();
        String before = column(source, "SELECT coalesce(concat('`', current_role(), '`'), 'NONE')")
                .getFirst();
        for (String role : roles) {
            Set<String> ofRole = new TreeSet<>();
            take(source, role);
            held(source, ofRole);
            ofRole.removeAll(own);
            ofRole.forEach(right -> excess.add(right + " by the role " + role));
        }
        if (!roles.isEmpty()) {
            take(source, before);
        }
        return excess;
    }

    private static void take(Connection source, String role) throws SQLException {
        try (Statement statement = source.createStatement()) {
            statement.execute("SET ROLE " + role);
        }
    }

    /** A table that the account may not read is not shown to it. */
    private static Set<String> readableTables(Connection source) throws SQLException {
        return new HashSet<>(
                column(source, "SELECT table_name FROM information_schema.tables WHERE table_schema = database()"));
    }

    private static List<String> column(Connection source, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
        }
        return values;
    }
}
