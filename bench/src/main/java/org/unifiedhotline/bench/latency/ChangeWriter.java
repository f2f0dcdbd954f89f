package org.unifiedhotline.bench.latency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Writes one table of a legacy system: half inserts, a third updates of rows it inserted, the rest deletes of such rows. A
 * row rests a while before it is changed again, so that what it said before can be found; a token that is never found is
 * a change that was lost.
 */
final class ChangeWriter {
    private static final List<String> MOBILE_PREFIXES = List.of("090", "091", "093", "094", "096", "097", "098", "086");

    private final MeasuredTable table;
    private final Connection connection;
    private final Random random;
    private final List<String> rowsToCopy = new ArrayList<>();
    private final List<Written> standing = new ArrayList<>(); // the one that rests longest first
    private final int number;
    private final long run;
    private long count;

    private static final long REST_NANOS = 15_000_000_000L;

    /** A row this writer inserted, with the token that it now carries. */
    private record Written(String key, String token, long atNanos) {}

    /**
     * @param connection in auto-commit: every change is a transaction
     * @param number tells this writer's keys and tokens from those of the other writers; 0 to 7
     * @param run tells them from those of earlier runs on the same databases; 0 to 98
     */
    ChangeWriter(MeasuredTable table, Connection connection, int number, long run) throws SQLException {
        this.table = table;
        this.connection = connection;
        this.random = new Random(number);
        this.number = number;
        this.run = run;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(table.rowsToCopy())) {
            while (rows.next()) {
                rowsToCopy.add(rows.getString(1));
            }
        }
        if (rowsToCopy.isEmpty()) {
            throw new IllegalStateException(table.name() + " has no row to copy: load sample data first");
        }
    }

    /** Makes one change and commits it; what it makes visible. */
    Token write() throws SQLException {
        int dice = random.nextInt(100);
        int rested = rested();
        if (rested == 0 || dice < 50) {
            return insert();
        }
        Written row = standing.remove(random.nextInt(rested));
        return dice < 83 ? update(row) : delete(row);
    }

    private int rested() {
        long latest = System.nanoTime() - REST_NANOS;
        int from = 0;
        int to = standing.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (standing.get(middle).atNanos() <= latest) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private Token insert() throws SQLException {
        String token = nextToken();
        String key = switch (table.field()) {
            case CASE_NUMBER -> table.switchboard() ? nextNumber() : token;
            case TELEPHONE ->
                table.name().equals("hotline.call") ? UUID.randomUUID().toString() : nextNumber();
        };
        execute(table.insert(), token, key, anyRow(), anyRow());
        standing.add(new Written(key, token, System.nanoTime()));
        return new Token(table.field(), token, true, table.name() + " insert");
    }

    private String anyRow() {
        return rowsToCopy.get(random.nextInt(rowsToCopy.size()));
    }

    private Token update(Written row) throws SQLException {
        String token = nextToken();
        execute(table.update(), token, row.key());
        boolean tokenIsKey = table.name().equals("hotline.case_file");
        standing.add(new Written(tokenIsKey ? token : row.key(), token, System.nanoTime()));
        return new Token(table.field(), token, true, table.name() + " update");
    }

    private Token delete(Written row) throws SQLException {
        execute(table.delete(), row.key());
        return new Token(table.field(), row.token(), false, table.name() + " delete");
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                boolean isNumber = parameters[i].length() <= 18
                        && parameters[i].chars().allMatch(Character::isDigit)
                        && !(i == 0 && parameters.length > 1);
                if (isNumber) {
                    statement.setLong(i + 1, Long.parseLong(parameters[i]));
                } else {
                    statement.setString(i + 1, parameters[i]);
                }
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("a change of " + table.name() + " did not meet one row");
            }
        }
    }

    private String nextNumber() {
        return String.valueOf(100_000_000 + number * 10_000_000L + run * 100_000 + next());
    }

    private String nextToken() {
        return switch (table.field()) {
            case TELEPHONE -> MOBILE_PREFIXES.get(number) + "%02d%05d".formatted(run, next());
            case CASE_NUMBER -> (table.switchboard() ? "TE-2026-" : "MB-26-") + "%02d%05d".formatted(run, next());
        };
    }

    private long next() {
        if (count == 99_999) {
            throw new IllegalStateException("a run has fewer than 100,000 changes a table");
        }
        return count++;
    }
}
