package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Evidence.Weighed;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.stewardship.TaskEvidence.Shown;
import org.unifiedhotline.matching.explanation.Explanation;
import org.unifiedhotline.matching.explanation.Language;

/** The table {@code review_evidence}, and what is shown of tasks for which nothing stands there yet. */
final class EvidenceTable {
    private final HubDatabase hub;
    private final Evidence evidence;
    private final SealedTexts texts;

    EvidenceTable(HubDatabase hub, Evidence evidence) {
        this.hub = hub;
        this.evidence = evidence;
        this.texts = new SealedTexts(hub);
    }

    /** What was shown of these tasks in their present version, or else what is to be seen now. */
    Map<Long, TaskEvidence> of(Collection<ReviewTask> tasks) {
        Map<Long, TaskEvidence> found = frozen(tasks);
        List<ReviewTask> others =
                tasks.stream().filter(task -> !found.containsKey(task.id())).toList();
        if (!others.isEmpty()) {
            found.putAll(present(others));
        }
        return found;
    }

    /** Keeps what is shown of a task; what was shown of this version before stays. */
    TaskEvidence freeze(ReviewTask task, String shownTo, Instant now) {
        TaskEvidence shown = Objects.requireNonNull(of(List.of(task)).get(task.id()));
        hub.sql()
                .sql("""
                        INSERT INTO review_evidence (task_id, task_version, shown_to, shown_at, shown)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (task_id, task_version) DO NOTHING
                        """)
                .params(
                        task.id(),
                        task.version(),
                        shownTo,
                        Columns.parameter(now),
                        texts.seal(
                                place(task.id(), task.version()),
                                CanonicalJson.text(shown),
                                List.of(task.pair().a(), task.pair().b())))
                .update();
        return shown;
    }

    private Map<Long, TaskEvidence> frozen(Collection<ReviewTask> tasks) {
        Map<Long, TaskEvidence> found = new HashMap<>();
        List<Sealed> sealed = hub.sql()
                .sql("""
                        SELECT task_id, task_version, shown
                          FROM review_evidence
                          JOIN unnest(?::bigint[], ?::bigint[]) AS given (task_id, task_version)
                         USING (task_id, task_version)
                        """)
                .params(
                        tasks.stream().map(ReviewTask::id).toArray(Long[]::new),
                        tasks.stream().map(ReviewTask::version).toArray(Long[]::new))
                .query((row, number) ->
                        new Sealed(place(row.getLong("task_id"), row.getLong("task_version")), row.getBytes("shown")))
                .list();
        List<Optional<String>> opened = texts.open(sealed);
        for (int at = 0; at < sealed.size(); at++) {
            long task = sealed.get(at).place().row().getFirst();
            opened.get(at).ifPresent(shown -> found.put(task, CanonicalJson.value(shown, TaskEvidence.class)));
        }
        return found;
    }

    private static Place place(long task, long version) {
        return Place.of("review_evidence.shown", task, version);
    }

    private Map<Long, TaskEvidence> present(Collection<ReviewTask> tasks) {
        Set<Long> ids = new HashSet<>();
        tasks.forEach(task -> ids.addAll(List.of(task.pair().a(), task.pair().b())));
        Map<Long, Shown> records = records(ids);
        Map<RecordPair, Weighed> weighed =
                evidence.weigh(tasks.stream().map(ReviewTask::pair).distinct().toList());
        Map<Long, TaskEvidence> made = new HashMap<>();
        tasks.forEach(task -> made.put(task.id(), shown(task, records, weighed.get(task.pair()))));
        return made;
    }

    private TaskEvidence shown(ReviewTask task, Map<Long, Shown> records, @Nullable Weighed weighed) {
        List<Shown> both = Arrays.asList(
                        records.get(task.pair().a()), records.get(task.pair().b()))
                .stream()
                .filter(Objects::nonNull)
                .toList();
        if (weighed == null) {
            return new TaskEvidence(both, task.bits(), 0, "", List.of(), List.of(), evidence.modelVersion());
        }
        return new TaskEvidence(
                both,
                weighed.weight().bits(),
                weighed.weight().probability(),
                weighed.weight().forbidden(),
                weighed.weight().parts(),
                List.of(
                        Explanation.of(weighed.weight(), Language.VIETNAMESE).summary(),
                        Explanation.of(weighed.weight(), Language.ENGLISH).summary()),
                evidence.modelVersion());
    }

    private Map<Long, Shown> records(Set<Long> ids) {
        Map<Long, Shown> records = new HashMap<>();
        hub.sql()
                .sql("""
                        SELECT record.record_id, record.source_system, record.source_table, record.local_id,
                               record.canonical, record.changed_at, link.master_id,
                               (SELECT count(*) FROM link fellow WHERE fellow.master_id = link.master_id) AS fellows,
                               \s""" + WrappedKey.COLUMNS + """

                          FROM source_record record LEFT JOIN link USING (record_id) LEFT JOIN record_key USING (record_id)
                         WHERE record.record_id = ANY (?) AND record.live
                        """)
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    PersonRecord person = canonical == null
                            ? PersonTables.notUnderstood(Columns.key(row), Columns.instant(row, "changed_at"))
                            : CanonicalJson.read(canonical, PersonRecord.class);
                    @Nullable MasterId owner = Columns.masterIdOrNull(row, "master_id");
                    records.put(row.getLong("record_id"), new Shown(person, owner, row.getInt("fellows")));
                });
        return records;
    }
}
