package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.CountedValueTable.Entry;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.CountedHolder;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.MatchState;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Commonness;

/** Counts who holds which telephone, and tells whose edges weigh otherwise because one became common or rare. */
final class CountedUpdate {
    private final CountedValueTable table;
    private final CountedNames names;
    private final MatchEngine engine;
    private final Map<Long, List<CountedHolder>> stored = new HashMap<>();
    private final Set<Long> stepped = new HashSet<>();

    CountedUpdate(HubDatabase hub, MatchEngine engine) {
        this(hub, engine, new CountedNames(hub));
    }

    CountedUpdate(HubDatabase hub, MatchEngine engine, CountedNames names) {
        this.table = new CountedValueTable(hub);
        this.names = names;
        this.engine = engine;
    }

    void write(Map<Long, EncodedRecord> changed, Collection<MatchState> before) {
        Set<Entry> old = new LinkedHashSet<>();
        before.forEach(state -> state.counted().forEach(value -> old.add(new Entry(value, state.recordId()))));
        Set<Entry> now = new LinkedHashSet<>();
        changed.forEach((id, record) -> {
            List<CountedHolder> values = held(engine, record);
            stored.put(id, values);
            values.forEach(value -> now.add(new Entry(value, id)));
        });
        List<Entry> gone = old.stream().filter(entry -> !now.contains(entry)).toList();
        List<Entry> come = now.stream().filter(entry -> !old.contains(entry)).toList();
        Set<Long> concerned = new HashSet<>();
        gone.forEach(entry -> concerned.add(entry.value().valueHash()));
        come.forEach(entry -> concerned.add(entry.value().valueHash()));
        Map<Long, Integer> namesBefore = names.of(concerned);
        table.remove(gone);
        table.add(come);
        Map<Long, Integer> namesNow = names.countedAgain(concerned);
        concerned.stream()
                .filter(value -> Commonness.step(Objects.requireNonNull(namesBefore.get(value)))
                        != Commonness.step(Objects.requireNonNull(namesNow.get(value))))
                .forEach(stepped::add);
    }

    /** What stands of a record now. */
    List<CountedHolder> storedValues(long recordId) {
        return stored.getOrDefault(recordId, List.of());
    }

    /** The holders of values that crossed a step, the changed records themselves apart. */
    Set<Long> toRedo(Set<Long> changed) {
        return table.holders(stepped).stream()
                .filter(id -> !changed.contains(id))
                .collect(Collectors.toSet());
    }

    /** How common the values of these records are now. */
    Commonness commonness(Collection<EncodedRecord> records) {
        Set<Long> values = new HashSet<>();
        records.forEach(record -> held(engine, record).forEach(value -> values.add(value.valueHash())));
        Map<Long, Integer> held = names.of(values);
        return valueHash -> Math.max(1, held.getOrDefault(valueHash, 1));
    }

    /**
     * What a record holds, of values that count. A holder without a name counts for nobody, but its edges weigh otherwise like all others' when
     * the value becomes common.
     */
    static List<CountedHolder> held(MatchEngine engine, EncodedRecord record) {
        List<CountedHolder> held = new ArrayList<>();
        engine.countedValues(record).stream()
                .map(value -> new CountedHolder(value.valueHash(), value.nameHash()))
                .distinct()
                .forEach(held::add);
        return held;
    }
}
