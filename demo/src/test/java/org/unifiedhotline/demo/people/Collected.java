package org.unifiedhotline.demo.people;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.sinks.Sink;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.TruthRow;

/** A whole small world in memory. */
final class Collected implements Sink {
    private final List<LegacyRow> rows = new ArrayList<>();
    private final List<TruthRow> truth = new ArrayList<>();
    private final Map<Long, Person> people = new HashMap<>();

    static Collected of(SampleWorld world) throws SQLException, IOException {
        Collected collected = new Collected();
        SampleData.write(world, Progress.NONE, List.of(collected));
        return collected;
    }

    @Override
    public void write(Batch batch) {
        for (LegacyTable table : LegacyTable.values()) {
            rows.addAll(batch.rows(table));
        }
        truth.addAll(batch.truth());
        batch.people().forEach(person -> people.put(person.id(), person));
    }

    @Override
    public void close() {}

    List<LegacyRow> rows() {
        return rows;
    }

    <R extends LegacyRow> Stream<R> rows(Class<R> type) {
        return rows.stream().filter(type::isInstance).map(type::cast);
    }

    List<TruthRow> truth() {
        return truth;
    }

    Map<Long, Person> people() {
        return people;
    }

    /** Who the rows of a table are about, by their key. */
    Map<Integer, Person> whoIn(LegacyTable table) {
        Map<Integer, Person> who = new HashMap<>();
        truth.stream()
                .filter(row -> row.table() == table)
                .forEach(row -> who.put(row.localId(), people.get(row.personId())));
        return who;
    }

    /** All cells of all rows of a table, one row a line. */
    List<String> text(LegacyTable table) {
        return rows.stream()
                .filter(row -> row.table() == table)
                .map(row -> Arrays.toString(row.cells()))
                .toList();
    }
}
