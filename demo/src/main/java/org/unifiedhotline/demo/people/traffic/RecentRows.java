package org.unifiedhotline.demo.people.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;
import org.unifiedhotline.demo.people.systems.TruthRow;

/** The last rows about people that this traffic wrote, with the true people, so that corrections can be true. */
final class RecentRows {

    private static final int KEPT = 500;

    record Row(int id, Person person) {}

    private final Map<LegacyTable, List<Row>> rows = new EnumMap<>(LegacyTable.class);

    void remember(Batch batch, SourceSystem source) {
        Map<Long, Person> people = new HashMap<>();
        batch.people().forEach(person -> people.put(person.id(), person));
        for (TruthRow truth : batch.truth()) {
            Person person = people.get(truth.personId());
            if (truth.table().source() == source && person != null) {
                add(truth.table(), new Row(truth.localId(), person));
            }
        }
    }

    /** One of the rows kept. */
    Optional<Row> any(LegacyTable table, Chance chance) {
        List<Row> kept = rows.getOrDefault(table, List.of());
        return kept.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(kept));
    }

    private void add(LegacyTable table, Row row) {
        List<Row> kept = rows.computeIfAbsent(table, key -> new ArrayList<>());
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.add(row);
    }
}
