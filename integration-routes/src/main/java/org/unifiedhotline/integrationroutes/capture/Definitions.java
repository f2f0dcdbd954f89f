package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads a source's catalog: a row for each column, with its table, whether it is of the key, and whether the log is sent for it. */
final class Definitions {
    private Definitions() {}

    private static final class Building {
        private final Set<String> columns = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private boolean published;
    }

    static Map<String, TableDefinition> read(Connection source, String query, String... parameters)
            throws SQLException {
        Map<String, Building> tables = new HashMap<>();
        try (PreparedStatement select = source.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                select.setString(at + 1, parameters[at]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Building table = tables.computeIfAbsent(row.getString(1), unseen -> new Building());
                    table.columns.add(row.getString(2));
                    if (row.getBoolean(3)) {
                        table.keys.add(row.getString(2));
                    }
                    table.published = row.getBoolean(4);
                }
            }
        }
        Map<String, TableDefinition> definitions = new HashMap<>();
        tables.forEach((name, table) ->
                definitions.put(name, new TableDefinition(table.columns, table.keys, table.published)));
        return definitions;
    }
}
