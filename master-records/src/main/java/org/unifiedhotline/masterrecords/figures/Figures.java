package org.unifiedhotline.masterrecords.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Counts figures, and lists what is behind each number. */
public final class Figures {
    private static final String TOTAL = "total";
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::by)
            .thenComparing(Figures::monthOf)
            .thenComparing(Cell::count, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Cell::value);

    private final HubDatabase hub;
    private final WrittenFacts written;

    public Figures(HubDatabase hub) {
        this.hub = hub;
        this.written = new WrittenFacts(hub);
    }

    /** Counts one figure of a slice, as of one moment. */
    public FigureReport count(Figure figure, Slice slice) {
        return hub.read(() -> {
            List<Cell> cells = written.named(hub.sql()
                    .sql(figure.statements().counts())
                    .params(parametersOf(slice))
                    .query((row, number) -> cell(row))
                    .list());
            long total = cells.stream()
                    .filter(cell -> cell.by().equals(TOTAL))
                    .mapToLong(cell -> cell.count() == null ? 0 : cell.count())
                    .sum();
            return new FigureReport(
                    figure, slice, now(), total, cells.stream().sorted(ORDER).toList(), uncounted(figure));
        });
    }

    /**
     * A page of what a number counts, the latest first.
     *
     * @param filters by the figure's names of filters; others are not looked at
     * @param cursor what the page before said comes next; null for the first
     * @throws IllegalArgumentException if the cursor is none of this list, or a filter's value is of another form
     */
    public EntryPage list(Figure figure, Slice slice, Map<String, String> filters, @Nullable String cursor, int size) {
        Map<String, Object> parameters = new HashMap<>(parametersOf(slice));
        figure.filters().forEach(name -> parameters.put(name, filters.get(name)));
        parameters.computeIfPresent("agency", (name, agency) -> written.hashed(agency.toString()));
        parameters.put("rated", figure == Figure.SATISFACTION);
        ListCursor.of(cursor, figure == Figure.PEOPLE).addTo(parameters);
        parameters.put("size", size + 1);
        List<Listed> rows = hub.sql()
                .sql(figure.statements().list())
                .params(parameters)
                .query((row, number) -> listed(row))
                .list();
        boolean more = rows.size() > size;
        List<Listed> page = more ? rows.subList(0, size) : rows;
        return new EntryPage(
                written.added(page.stream().map(Listed::entry).toList()),
                more ? page.getLast().cursor().text() : null);
    }

    private static Map<String, Object> parametersOf(Slice slice) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("start", Columns.parameter(slice.start()));
        parameters.put("end", Columns.parameter(slice.end()));
        parameters.put("centre", slice.centre() == null ? null : slice.centre().name());
        return parameters;
    }

    private Instant now() {
        return hub.sql()
                .sql("SELECT now() AS now")
                .query((row, number) -> Columns.instant(row, "now"))
                .single();
    }

    private long uncounted(Figure figure) {
        return hub.sql()
                .sql("""
                        SELECT COALESCE(sum(dead_lettered), 0) FROM table_count
                         WHERE source_system || '/' || source_table = ANY (?)
                        """)
                .param(figure.statements().tables().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Cell cell(ResultSet row) throws SQLException {
        double mean = row.getDouble("mean");
        boolean without = row.wasNull();
        return new Cell(
                row.getString("by_name"),
                row.getString("value"),
                row.getString("label"),
                row.getString("split"),
                row.getString("part"),
                row.getLong("count"),
                without ? null : mean);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        boolean record = row.getString("source_system") != null;
        Instant at = Columns.instantOrNull(row, "at");
        Entry entry = new Entry(
                record ? Columns.key(row) : null,
                at,
                row.getString("facts"),
                NamedPeople.read(row.getString("people")));
        return new Listed(entry, new ListCursor(at, row.getString("cursor_id")));
    }

    private static String monthOf(Cell cell) {
        return cell.by().equals("month") ? cell.value() : "";
    }

    private record Listed(Entry entry, ListCursor cursor) {}
}
