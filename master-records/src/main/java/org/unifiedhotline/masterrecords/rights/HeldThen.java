package org.unifiedhotline.masterrecords.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Whether a master record was, at a time, of somebody of whom a hold keeps something, by the history of master records. */
final class HeldThen implements BiPredicate<MasterId, Instant> {
    private final Map<MasterId, List<Spell>> spells = new HashMap<>();

    private record Spell(Instant from, @Nullable Instant until) {
        boolean covers(Instant time) {
            return !time.isBefore(from) && (until == null || time.isBefore(until));
        }
    }

    HeldThen(HubDatabase hub, Collection<Long> held) {
        if (held.isEmpty()) {
            return;
        }
        hub.sql().sql("""
                        SELECT master_id, changed_at, until
                          FROM (SELECT master_id, changed_at, members,
                                       lead(changed_at) OVER (PARTITION BY master_id ORDER BY version) AS until
                                  FROM master_record_history
                                 WHERE master_id IN (SELECT master_id FROM master_record_history WHERE members && :held))
                         WHERE members && :held
                        """).param("held", held.toArray(Long[]::new)).query(row -> {
            spells.computeIfAbsent(Columns.masterId(row, "master_id"), unseen -> new ArrayList<>())
                    .add(new Spell(Columns.instant(row, "changed_at"), Columns.instantOrNull(row, "until")));
        });
    }

    @Override
    public boolean test(MasterId master, Instant time) {
        return spells.getOrDefault(master, List.of()).stream().anyMatch(spell -> spell.covers(time));
    }
}
