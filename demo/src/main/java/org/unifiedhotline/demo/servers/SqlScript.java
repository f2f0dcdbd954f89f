package org.unifiedhotline.demo.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Runs a file of SQL through JDBC, as {@code mysql < file} and {@code psql -f file} would, for the servers' archives bring no
 * clients. Read as a stream, so a file of any size will do; committed every few hundred statements, so a million rows take
 * seconds. A statement that fails stops the script, and its line is named.
 */
public final class SqlScript {
    private static final int STATEMENTS_A_COMMIT = 500;

    /** Whose quoting and comments the script uses. */
    public enum Dialect {
        MARIADB,
        POSTGRESQL
    }

    private interface Source {
        Reader open() throws IOException;
    }

    private final String name;
    private final Source source;
    private final Dialect dialect;

    private SqlScript(String name, Source source, Dialect dialect) {
        this.name = name;
        this.source = source;
        this.dialect = dialect;
    }

    /** A file in UTF-8. */
    public static SqlScript of(Path file, Dialect dialect) {
        return new SqlScript(file.toString(), () -> Files.newBufferedReader(file, StandardCharsets.UTF_8), dialect);
    }

    /** A text under a name by which complaints call it. */
    public static SqlScript ofText(String name, String text, Dialect dialect) {
        return new SqlScript(name, () -> new StringReader(text), dialect);
    }

    /**
     * Runs all statements on the connection and commits.
     *
     * @return how many statements were run
     * @throws ServerException naming file and line, if it cannot be read or a statement is refused
     */
    public long run(Connection connection) {
        long count = 0;
        try (BufferedReader reader = new BufferedReader(source.open());
                Statement statement = connection.createStatement()) {
            SqlSplitter splitter = new SqlSplitter(reader, dialect);
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            for (@Nullable String sql = splitter.next(); sql != null; sql = splitter.next()) {
                execute(statement, sql, splitter.line());
                if (++count % STATEMENTS_A_COMMIT == 0) {
                    connection.commit();
                }
            }
            connection.commit();
            connection.setAutoCommit(autoCommit);
            return count;
        } catch (IOException e) {
            throw new ServerException("Cannot read " + name + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new ServerException(name + ": " + e.getMessage(), e);
        }
    }

    private void execute(Statement statement, String sql, long line) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ServerException(name + ", statement beginning at line " + line + ": " + e.getMessage(), e);
        }
    }
}
