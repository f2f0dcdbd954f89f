package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether MariaDB lets the service read its rows and its binary log; {@code config/legacy-grants/switchboard.sql} sees to it. */
final class MariaDbRights {
    /** What must be set on the server, and to what. */
    private static final Map<String, String> SETTINGS =
            Map.of("log_bin", "1", "binlog_format", "ROW", "binlog_row_image", "FULL");

    private MariaDbRights() {}

    static void check(CaptureSettings settings, Connection source) throws SQLException {
        List<String> missing = new ArrayList<>();
        String grants = String.join("\n", column(source, "SHOW GRANTS")).toUpperCase(Locale.ROOT);
        boolean all = grants.contains("GRANT ALL PRIVILEGES ON *.*");
        if (!all && !grants.contains("REPLICATION SLAVE") && !grants.contains("REPLICATION REPLICA")) {
            missing.add("the right REPLICATION SLAVE");
        }
        if (!all && !grants.contains("BINLOG MONITOR") && !grants.contains("REPLICATION CLIENT")) {
            missing.add("the right BINLOG MONITOR");
        }
        Set<String> readable = readableTables(source);
        for (String table : CapturedTables.of(settings.system())) {
            if (!readable.contains(table)) {
                missing.add("the table " + settings.database() + "." + table + ", or the right SELECT on it");
            }
        }
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            String value = column(source, "SELECT @@GLOBAL." + setting.getKey()).getFirst();
            if (!setting.getValue().equalsIgnoreCase(value)) {
                missing.add("the server's setting " + setting.getKey() + "="
                        + ("1".equals(setting.getValue()) ? "ON" : setting.getValue()));
            }
        }
        if (!missing.isEmpty()) {
            throw new CaptureException("the " + settings.system().code() + " lacks " + String.join("; ", missing)
                    + " (see config/legacy-grants/" + settings.system().code() + ".sql)");
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
