package org.unifiedhotline.demo.people.systems;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.demo.people.households.Person;

/** Rows of some households with the truth about them, on their way to the databases or files. Not thread-safe. */
public final class Batch {

    private final Map<LegacyTable, List<LegacyRow>> rows = new EnumMap<>(LegacyTable.class);
    private final List<TruthRow> truth = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private int size;

    /** Adds a row. */
    public void add(LegacyRow row) {
        rows.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row);
        size++;
    }

    /** Adds the truth about a row added before. */
    public void add(TruthRow row) {
        truth.add(row);
    }

    /** Adds a true person. */
    public void add(Person person) {
        people.add(person);
    }

    /** The rows of one table in the order of their ids. */
    public List<LegacyRow> rows(LegacyTable table) {
        return rows.getOrDefault(table, List.of());
    }

    /** Who the rows of people are about. */
    public List<TruthRow> truth() {
        return truth;
    }

    /** The true people of these households. */
    public List<Person> people() {
        return people;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }
}
