package org.unifiedhotline.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SQL is cut into statements")
class SqlSplitterTest {
    @Test
    @DisplayName("at semicolons, whatever the white space")
    void atSemicolons() throws IOException {
        assertThat(mariaDb("SELECT 1;SELECT 2;\n ;\n")).containsExactly("SELECT 1", "SELECT 2");
        assertThat(mariaDb("SELECT 1")).containsExactly("SELECT 1");
        assertThat(mariaDb("")).isEmpty();
    }

    @Test
    @DisplayName("not within quotes, doubled or escaped ones included")
    void notWithinQuotes() throws IOException {
        assertThat(mariaDb("SELECT 'a;''b;', \"c;\", `d;`; SELECT 'e\\';f'"))
                .containsExactly("SELECT 'a;''b;', \"c;\", `d;`", " SELECT 'e\\';f'");
    }

    @Test
    @DisplayName("and a backslash is a letter to PostgreSQL, except in E''")
    void backslashes() throws IOException {
        assertThat(postgreSql("SELECT 'a\\'; SELECT E'b\\';c'; SELECT FAE'\\';"))
                .containsExactly("SELECT 'a\\'", " SELECT E'b\\';c'", " SELECT FAE'\\'");
    }

    @Test
    @DisplayName("not within comments, and comments alone are no statement")
    void notWithinComments() throws IOException {
        assertThat(mariaDb("-- a;b\n# c;d\n/* e;f */ SELECT 5--3; -- the end;"))
                .containsExactly("-- a;b\n# c;d\n/* e;f */ SELECT 5--3");
        assertThat(postgreSql("/* a /* b; */ c; */ SELECT 1; -- the end;\n"))
                .containsExactly("/* a /* b; */ c; */ SELECT 1");
    }

    @Test
    @DisplayName("and MariaDB's executable comments are statements")
    void executableComments() throws IOException {
        assertThat(mariaDb("/*!40101 SET NAMES utf8mb4 */;\nSELECT 1;"))
                .containsExactly("/*!40101 SET NAMES utf8mb4 */", "\nSELECT 1");
    }

    @Test
    @DisplayName("not within dollar quotes")
    void notWithinDollarQuotes() throws IOException {
        assertThat(postgreSql("DO $body$ BEGIN; $$;$$ END $body$; SELECT $1; SELECT a$b$c;"))
                .containsExactly("DO $body$ BEGIN; $$;$$ END $body$", " SELECT $1", " SELECT a$b$c");
    }

    @Test
    @DisplayName("and the line of each is known, comments before it apart")
    void lines() throws IOException {
        SqlSplitter splitter = splitter("-- a\n\nSELECT 1;\n\nSELECT\n2;", SqlScript.Dialect.POSTGRESQL);

        splitter.next();
        assertThat(splitter.line()).isEqualTo(3);
        splitter.next();
        assertThat(splitter.line()).isEqualTo(5);
    }

    private static List<String> mariaDb(String sql) throws IOException {
        return all(splitter(sql, SqlScript.Dialect.MARIADB));
    }

    private static List<String> postgreSql(String sql) throws IOException {
        return all(splitter(sql, SqlScript.Dialect.POSTGRESQL));
    }

    private static SqlSplitter splitter(String sql, SqlScript.Dialect dialect) {
        return new SqlSplitter(new BufferedReader(new StringReader(sql)), dialect);
    }

    private static List<String> all(SqlSplitter splitter) throws IOException {
        List<String> statements = new ArrayList<>();
        for (@Nullable String next = splitter.next(); next != null; next = splitter.next()) {
            statements.add(next);
        }
        return statements;
    }
}
