package org.unifiedhotline.app.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Both legacy databases, written as the legacy applications would write them. */
record LegacyDatabases(String switchboardUrl, String hotlineUrl) {

    void execute(SourceSystem system, String... statements) throws SQLException {
        execute(system, List.of(statements));
    }

    /** Each statement in a transaction of its own. */
    void execute(SourceSystem system, List<String> statements) throws SQLException {
        try (Connection connection = connect(system);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long count(LegacyTable table) throws SQLException {
        try (Connection connection = connect(table.system());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.qualifiedName())) {
            row.next();
            return row.getLong(1);
        }
    }

    Connection connect(SourceSystem system) throws SQLException {
        String url = switch (system) {
            case SWITCHBOARD -> switchboardUrl;
            case HOTLINE -> hotlineUrl;
        };
        return DriverManager.getConnection(url, "legacy", "legacy");
    }
}
