package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What PostgreSQL lets the service do; {@code config/legacy-grants/hotline.sql} sees to it. */
final class PostgresRights {
    private PostgresRights() {}

    static Rights of(CaptureSettings settings, Connection source) throws SQLException {
        Map<String, List<String>> tables = new HashMap<>();
        List<String> missing = missing(settings, source);
        missing.addAll(missingTables(settings, source, tables));
        return new Rights(missing, excess(settings, source), tables);
    }

    private static List<String> missing(CaptureSettings settings, Connection source) throws SQLException {
        List<String> missing = new ArrayList<>();
        String role = settings.username();
        if (column(source, "SELECT 1::text FROM pg_roles WHERE rolname = current_user AND (rolreplication OR rolsuper)")
                .isEmpty()) {
            missing.add("the right to be sent the log: ALTER ROLE " + role + " REPLICATION");
        }
        if (!column(source, "SHOW wal_level").contains("logical")) {
            missing.add("the server's setting wal_level=logical");
        }
        if (column(
                        source,
                        "SELECT 1::text FROM pg_namespace WHERE nspname = ? AND has_schema_privilege(oid, 'USAGE')",
                        settings.schema())
                .isEmpty()) {
            missing.add("the schema, or: GRANT USAGE ON SCHEMA " + settings.schema() + " TO " + role);
        }
        if (!column(
                        source,
                        "SELECT pubname FROM pg_publication WHERE pubname = ?"
                                + " AND NOT (pubinsert AND pubupdate AND pubdelete AND pubtruncate)",
                        settings.publication())
                .isEmpty()) {
            missing.add("every kind of change in the publication: ALTER PUBLICATION " + settings.publication()
                    + " SET (publish = 'insert, update, delete, truncate')");
        }
        return missing;
    }

    private static List<String> missingTables(
            CaptureSettings settings, Connection source, Map<String, List<String>> tables) throws SQLException {
        List<String> missing = new ArrayList<>();
        String role = settings.username();
        Set<String> readable = column(
                source,
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ?"
                        + " AND has_table_privilege(c.oid, 'SELECT')",
                settings.schema());
        Set<String> published = column(
                source,
                "SELECT tablename FROM pg_publication_tables WHERE pubname = ? AND schemaname = ?",
                settings.publication(),
                settings.schema());
        Set<String> narrowed = narrowed(settings, source);
        for (String table : CapturedTables.of(settings.system())) {
            String name = settings.schema() + "." + table;
            int before = missing.size();
            if (!readable.contains(table)) {
                missing.add("the table " + name + ", or: GRANT SELECT ON " + name + " TO " + role);
            }
            if (!published.contains(table)) {
                missing.add("the table " + name + " in the publication: ALTER PUBLICATION " + settings.publication()
                        + " ADD TABLE " + name);
            }
            if (narrowed.contains(table)) {
                missing.add("all rows and columns of " + name
                        + " in the publication, which has a filter or a list of columns: "
                        + "ALTER PUBLICATION " + settings.publication() + " DROP TABLE " + name + "; ALTER PUBLICATION "
                        + settings.publication() + " ADD TABLE " + name);
            }
            if (missing.size() > before) {
                tables.put(table, List.copyOf(missing.subList(before, missing.size())));
            }
        }
        return missing;
    }

    /** The tables of which the publication tells only some rows or columns, which there is since PostgreSQL 15. */
    private static Set<String> narrowed(CaptureSettings settings, Connection source) throws SQLException {
        return source.getMetaData().getDatabaseMajorVersion() < 15
                ? Set.of()
                : column(
                        source,
                        "SELECT c.relname FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid"
                                + " JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE p.pubname = ? AND n.nspname = ? AND (r.prqual IS NOT NULL OR r.prattrs IS NOT NULL)",
                        settings.publication(),
                        settings.schema());
    }

    /** A superuser may do everything: nothing more is told of one. */
    private static List<String> excess(CaptureSettings settings, Connection source) throws SQLException {
        Set<String> excess = column(source, """
                SELECT word FROM pg_roles, LATERAL (VALUES
                         (rolsuper, 'SUPERUSER'), (rolcreaterole, 'CREATEROLE'), (rolcreatedb, 'CREATEDB'),
                         (rolbypassrls, 'BYPASSRLS')) AS attribute (has, word)
                 WHERE rolname = current_user AND has
                """);
        if (excess.contains("SUPERUSER")) {
            return List.of("SUPERUSER");
        }
        // In every schema. MAINTAIN (VACUUM, REINDEX, LOCK TABLE …) is a right since PostgreSQL 17.
        excess.addAll(column(source, """
                SELECT word || ' ON ' || n.nspname || '.' || c.relname
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
                       unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']
                              || CASE WHEN current_setting('server_version_num')::int >= 170000
                                      THEN ARRAY['MAINTAIN'] ELSE ARRAY[]::text[] END) AS word
                 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                   AND (has_table_privilege(c.oid, word)
                        OR (word IN ('INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(c.oid, word)))
                """));
        // A number that is drawn from a sequence is drawn for good: a write.
        excess.addAll(column(source, """
                SELECT word || ' ON SEQUENCE ' || n.nspname || '.' || c.relname
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['USAGE', 'UPDATE']) AS word
                 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'S'
                   AND has_sequence_privilege(c.oid, word)
                """));
        // Roles whose rights come to the account, and those that it may only take on; but for such as let it read and
        // watch.
        excess.addAll(column(source, """
                SELECT 'the role ' || r.rolname
                  FROM pg_roles r
                 WHERE r.rolname <> current_user AND pg_has_role(current_user, r.oid, 'MEMBER')
                   AND r.rolname NOT IN ('pg_read_all_data', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables',
                                         'pg_monitor')
                   AND (r.rolname ~ '^pg_' OR r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls
                        OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                                      AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                                      AND has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')))
                """));
        // Before PostgreSQL 15 everybody may create in the schema public, and the applications may need that.
        excess.addAll(column(source, """
                SELECT 'CREATE ON SCHEMA ' || nspname FROM pg_namespace
                 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND has_schema_privilege(oid, 'CREATE')
                   AND (nspname <> 'public' OR nspname = ? OR current_setting('server_version_num')::int >= 150000)
                """, settings.schema()));
        excess.addAll(column(
                source,
                "SELECT 'CREATE ON DATABASE ' || current_database()"
                        + " WHERE has_database_privilege(current_database(), 'CREATE')"));
        return List.copyOf(excess);
    }

    private static Set<String> column(Connection source, String query, String... parameters) throws SQLException {
        Set<String> values = new TreeSet<>();
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
