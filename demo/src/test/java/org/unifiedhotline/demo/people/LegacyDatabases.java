package org.unifiedhotline.demo.people;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;
import org.unifiedhotline.demo.people.traffic.LegacyConnections;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.TestServers;

/** The two real legacy databases of a test, new and empty, seen as the legacy applications see them. */
public final class LegacyDatabases {
    private LegacyDatabases() {}

    public static void create() {
        LegacySystems.createSwitchboard(TestServers.switchboard());
        LegacySystems.createHotline(TestServers.hotline());
    }

    public static LegacyConnections connections() {
        return new LegacyConnections(LegacyDatabases::switchboard, LegacyDatabases::hotline);
    }

    public static Connection switchboard() throws SQLException {
        return connect(TestServers.switchboard().jdbcUrl(LegacySystems.SWITCHBOARD));
    }

    public static Connection hotline() throws SQLException {
        return connect(TestServers.hotline().jdbcUrl(LegacySystems.HOTLINE));
    }

    public static Connection of(LegacyTable table) throws SQLException {
        return table.source() == SourceSystem.SWITCHBOARD ? switchboard() : hotline();
    }

    public static long count(LegacyTable table) throws SQLException {
        return number(table, "SELECT count(*) FROM " + table.sqlName());
    }

    /** The number that a query on the database of a table answers. */
    public static long number(LegacyTable table, String sql) throws SQLException {
        try (Connection connection = of(table);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
    }
}
