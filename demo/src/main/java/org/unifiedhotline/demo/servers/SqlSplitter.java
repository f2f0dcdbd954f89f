package org.unifiedhotline.demo.servers;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into statements at the semicolons that stand outside quotes, comments and dollar quotes. It keeps the text as it
 * is, comments included (MariaDB's {@code /*!} ones are executed), and knows no more of SQL than that.
 */
final class SqlSplitter {
    private static final int END = -1;

    private final BufferedReader reader;
    private final SqlScript.Dialect dialect;
    private final StringBuilder statement = new StringBuilder();
    private boolean hasSubstance;
    private long line = 1;
    private long startLine = 1;

    SqlSplitter(BufferedReader reader, SqlScript.Dialect dialect) {
        this.reader = reader;
        this.dialect = dialect;
    }

    /** The line on which the last statement begins, counted from 1. */
    long line() {
        return startLine;
    }

    /** The next statement without its semicolon, or null at the end. */
    @Nullable
    String next() throws IOException {
        statement.setLength(0);
        hasSubstance = false;
        for (int c = read(); c != END; c = read()) {
            switch (c) {
                case ';' -> {
                    if (hasSubstance) {
                        return statement.toString();
                    }
                    statement.setLength(0);
                }
                case '\'' -> quoted(c, backslashEscapes());
                case '"' -> quoted(c, dialect == SqlScript.Dialect.MARIADB);
                case '`' -> quoted(c, false);
                case '-' -> dashes();
                case '#' -> hash();
                case '/' -> slash();
                case '$' -> dollar();
                default -> plain(c);
            }
        }
        return hasSubstance ? statement.toString() : null;
    }

    private void plain(int c) {
        if (!Character.isWhitespace(c) && c != '\uFEFF') {
            substance();
        }
        if (c != '\uFEFF') {
            statement.append((char) c);
        }
    }

    private void substance() {
        if (!hasSubstance) {
            hasSubstance = true;
            startLine = line;
        }
    }

    private boolean backslashEscapes() {
        if (dialect == SqlScript.Dialect.MARIADB) {
            return true;
        }
        int length = statement.length(); // E'…'
        return length > 0
                && (statement.charAt(length - 1) == 'E' || statement.charAt(length - 1) == 'e')
                && (length == 1 || !Character.isJavaIdentifierPart(statement.charAt(length - 2)));
    }

    /** A doubled quote ends one quote and begins the next, which comes to the same. */
    private void quoted(int quote, boolean backslash) throws IOException {
        substance();
        statement.append((char) quote);
        for (int c = read(); c != END; c = read()) {
            statement.append((char) c);
            if (c == '\\' && backslash) {
                int escaped = read();
                if (escaped != END) {
                    statement.append((char) escaped);
                }
            } else if (c == quote) {
                return;
            }
        }
    }

    private void dashes() throws IOException {
        int second = peek();
        if (second != '-') {
            plain('-');
            return;
        }
        read();
        int third = peek();
        if (dialect == SqlScript.Dialect.MARIADB && third != END && !Character.isWhitespace(third)) {
            plain('-');
            plain('-'); // 5--3 is arithmetic there
            return;
        }
        statement.append("--");
        restOfLine();
    }

    private void hash() throws IOException {
        if (dialect == SqlScript.Dialect.MARIADB) {
            statement.append('#');
            restOfLine();
        } else {
            plain('#');
        }
    }

    private void restOfLine() throws IOException {
        for (int c = read(); c != END; c = read()) {
            statement.append((char) c);
            if (c == '\n') {
                return;
            }
        }
    }

    private void slash() throws IOException {
        if (peek() != '*') {
            plain('/');
            return;
        }
        read();
        int first = peek();
        if (dialect == SqlScript.Dialect.MARIADB && (first == '!' || first == 'M')) {
            substance();
        }
        statement.append("/*");
        int depth = 1;
        int before = 0;
        for (int c = read(); c != END; c = read()) {
            statement.append((char) c);
            if (before == '*' && c == '/') {
                depth--;
                c = 0;
            } else if (before == '/' && c == '*' && dialect == SqlScript.Dialect.POSTGRESQL) {
                depth++;
                c = 0;
            }
            if (depth == 0) {
                return;
            }
            before = c;
        }
    }

    private void dollar() throws IOException {
        int length = statement.length();
        boolean inWord = length > 0 && Character.isJavaIdentifierPart(statement.charAt(length - 1));
        plain('$');
        if (dialect != SqlScript.Dialect.POSTGRESQL || inWord) {
            return;
        }
        int tagStart = statement.length() - 1;
        int c = peek();
        while (c != END && (Character.isLetterOrDigit(c) || c == '_')) {
            statement.append((char) read());
            c = peek();
        }
        if (c != '$') {
            return; // a parameter such as $1
        }
        statement.append((char) read());
        String tag = statement.substring(tagStart);
        int bodyStart = statement.length();
        for (c = read(); c != END; c = read()) {
            statement.append((char) c);
            int start = statement.length() - tag.length();
            if (c == '$' && start >= bodyStart && tag.contentEquals(statement.subSequence(start, statement.length()))) {
                return;
            }
        }
    }

    private int peek() throws IOException {
        reader.mark(1);
        int c = reader.read();
        reader.reset();
        return c;
    }

    private int read() throws IOException {
        int c = reader.read();
        if (c == '\n') {
            line++;
        }
        return c;
    }
}
