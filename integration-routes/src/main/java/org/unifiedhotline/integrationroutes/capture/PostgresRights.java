package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether PostgreSQL lets the service read its rows and its log; {@code config/legacy-grants/hotline.sql} sees to it. */
final class PostgresRights {
    private PostgresRights() {}

    static void check(CaptureSettings settings, Connection source) throws SQLException {
        List<String> missing = new ArrayList<>();
        if (column(source, "SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolreplication OR rolsuper)")
                .isEmpty()) {
            missing.add("the attribute REPLICATION of the role");
        }
        if (!column(source, "SHOW wal_level").contains("logical")) {
            missing.add("the server's setting wal_level=logical");
        }
        Set<String> readable = column(
                source,
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ?"
                        + " AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",
                settings.schema());
        Set<String> published = column(
                source,
                "SELECT tablename FROM pg_publication_tables WHERE pubname = ? AND schemaname = ?",
                settings.publication(),
                settings.schema());
        for (String table : CapturedTables.of(settings.system())) {
            if (!readable.contains(table)) {
                missing.add("the table " + settings.schema() + "." + table + ", or the right SELECT on it");
            }
            if (!published.contains(table)) {
                missing.add("the table " + table + " in publication " + settings.publication());
            }
        }
        if (!missing.isEmpty()) {
            throw new CaptureException("the " + settings.system().code() + " lacks " + String.join("; ", missing)
                    + " (see config/legacy-grants/" + settings.system().code() + ".sql)");
        }
    }

    private static Set<String> column(Connection source, String query, String... parameters) throws SQLException {
        Set<String> values = new HashSet<>();
        try (PreparedStatement statement = source.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
        }
        return values;
    }
}
