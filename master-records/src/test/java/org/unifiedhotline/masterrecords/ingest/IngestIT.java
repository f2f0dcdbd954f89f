package org.unifiedhotline.masterrecords.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unifiedhotline.masterrecords.Changes.HOTLINE;
import static org.unifiedhotline.masterrecords.Changes.SWITCHBOARD;
import static org.unifiedhotline.masterrecords.Changes.at;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.read;
import static org.unifiedhotline.masterrecords.Changes.row;
import static org.unifiedhotline.masterrecords.Changes.truncated;
import static org.unifiedhotline.masterrecords.Changes.updated;
import static org.unifiedhotline.masterrecords.Changes.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.TestHub;
import org.unifiedhotline.masterrecords.TestMapping;
import org.unifiedhotline.masterrecords.ingest.CaptureState.SnapshotPhase;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

class IngestIT {
    private TestHub hub;
    private CaptureStates states;
    private Ingest ingest;
    private DeadLetters deadLetters;

    @BeforeEach
    void begin() {
        hub = TestHub.create("ingest");
        states = new CaptureStates(hub.database());
        ingest = new Ingest(hub.database(), new TestMapping(), states);
        deadLetters = new DeadLetters(hub.database(), ingest);
        hub.database().write(() -> new ResolutionPhase(hub.database()).moveTo(Phase.INCREMENTAL));
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("a row stands in its latest state, and an update and its reversal both stand in the history")
    void latestStateAndWholeHistory() {
        take(
                inserted("nguoi_goi", 7, 20, "name", "Lê Thị Hoa"),
                updated("nguoi_goi", 7, 30, "name", "Lê Thị Hòa"),
                updated("nguoi_goi", 7, 40, "name", "Lê Thị Hoa"));

        assertThat(stored("nguoi_goi", 7)).isEqualTo(row("name", "Lê Thị Hoa"));
        assertThat(history("nguoi_goi", 7))
                .containsExactly("INSERT Lê Thị Hoa", "UPDATE Lê Thị Hòa", "UPDATE Lê Thị Hoa");
        assertThat(figures("nguoi_goi"))
                .isEqualTo(new TableFigures(key("nguoi_goi", 7).table(), 1, 1, 1, 0, 3));
    }

    @Test
    @DisplayName("a batch given again changes nothing")
    void replaysHaveNoEffect() {
        SourceChange[] changes = {
            inserted("nguoi_goi", 7, 20, "name", "Lê Thị Hoa"),
            inserted("nguoi_goi", 8, 21, "name", "Trần Văn Nam"),
            deleted("nguoi_goi", 8, 22)
        };
        take(changes);
        Object before = everything();
        long queued = hub.one(Long.class, "SELECT count(*) FROM resolution_queue");

        take(changes);

        assertThat(everything()).isEqualTo(before);
        assertThat(hub.one(Long.class, "SELECT count(*) FROM resolution_queue")).isEqualTo(queued);
    }

    @Test
    @DisplayName("an older position never overwrites a newer one, but stands in the history")
    void olderPositionsDoNotOverwrite() {
        take(updated("nguoi_goi", 7, 50, "name", "newer"));
        take(updated("nguoi_goi", 7, 40, "name", "older"));

        assertThat(stored("nguoi_goi", 7)).isEqualTo(row("name", "newer"));
        assertThat(history("nguoi_goi", 7)).containsExactly("UPDATE older", "UPDATE newer");
    }

    @Test
    @DisplayName("any order and any batches of the same changes end in the same state")
    void anyOrderOneState() {
        List<SourceChange> changes = new ArrayList<>();
        Random random = new Random(11);
        for (int offset = 100; offset < 400; offset++) {
            int id = random.nextInt(20);
            changes.add(
                    random.nextInt(4) == 0
                            ? deleted("tre_em", id, offset)
                            : updated("tre_em", id, offset, "name", random.nextInt(9) == 0 ? "!" : "n" + offset));
        }
        take(changes.toArray(SourceChange[]::new));
        Object inOrder = everything();
        for (int seed = 1; seed <= 3; seed++) {
            hub.database()
                    .sql()
                    .sql("TRUNCATE source_record, source_change, table_count, dead_letter")
                    .update();
            Collections.shuffle(changes, new Random(seed));
            for (int from = 0; from < changes.size(); from += 37) {
                ingest.ingest(SWITCHBOARD, changes.subList(from, Math.min(from + 37, changes.size())));
            }
            assertThat(everything()).isEqualTo(inOrder);
        }
    }

    @Test
    @DisplayName("columns that the log did not repeat keep their stored value")
    void unavailableColumns() {
        take(inserted("nguoi_goi", 7, 20, "name", "Lê Thị Hoa", "note", "long text"));
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", "Lê Thị Hòa");
        columns.put("note", null);
        take(new RowWritten(
                key("nguoi_goi", 7), at(1, 30), Origin.UPDATE, new SourceRow(columns, Set.of("note")), when(30)));

        assertThat(stored("nguoi_goi", 7)).isEqualTo(row("name", "Lê Thị Hòa", "note", "long text"));
    }

    @Test
    @DisplayName("columns that the log did not repeat move with the row to its new key")
    void unavailableColumnsOfAChangedKey() {
        take(inserted("case_file", "MB-1", 20, "name", "one", "note", "long text"));
        take(deleted("case_file", "MB-1", 30), movedWithoutNote("MB-2", 30));
        assertThat(stored("case_file", "MB-2")).isEqualTo(row("name", "one", "note", "long text"));

        take(deleted("case_file", "MB-2", 40));
        take(movedWithoutNote("MB-3", 40));
        assertThat(stored("case_file", "MB-3"))
                .as("deletion and insert in two batches")
                .isEqualTo(row("name", "one", "note", "long text"));

        take(deleted("case_file", "MB-2", 40), movedWithoutNote("MB-3", 40));
        assertThat(stored("case_file", "MB-3")).as("told again").isEqualTo(row("name", "one", "note", "long text"));
    }

    private static SourceChange movedWithoutNote(String id, long offset) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", "one");
        columns.put("note", null);
        return new RowWritten(
                key("case_file", id),
                at(1, offset),
                Origin.INSERT,
                new SourceRow(columns, Set.of("note")),
                when(offset));
    }

    @Test
    @DisplayName("a deletion leaves a tombstone that an older write does not raise")
    void deletionsAreTombstones() {
        take(inserted("nguoi_goi", 7, 20, "name", "Lê Thị Hoa"));
        take(deleted("nguoi_goi", 7, 40));
        take(updated("nguoi_goi", 7, 30, "name", "late"));

        assertThat(hub.one(Boolean.class, "SELECT live FROM source_record")).isFalse();
        assertThat(hub.rows("SELECT 1 FROM source_record WHERE raw IS NOT NULL OR canonical IS NOT NULL"))
                .isEmpty();
        assertThat(figures("nguoi_goi").liveRows()).isZero();
        assertThat(figures("nguoi_goi").capturedRows()).isEqualTo(1);
    }

    @Test
    @DisplayName("a changed key is a deletion of the old one and a row under the new one")
    void keyChange() {
        take(inserted("nguoi_goi", 7, 20, "name", "Lê Thị Hoa"));
        take(deleted("nguoi_goi", 7, 30), inserted("nguoi_goi", 70, 31, "name", "Lê Thị Hoa"));

        assertThat(hub.rows("SELECT local_id FROM source_record WHERE live")).hasSize(1);
        assertThat(stored("nguoi_goi", 70)).isEqualTo(row("name", "Lê Thị Hoa"));
        assertThat(figures("nguoi_goi").liveRows()).isEqualTo(1);
    }

    @Test
    @DisplayName("a truncated table loses the rows that stood before, not those written after, in one batch too")
    void truncation() {
        take(
                inserted("cuoc_goi", 1, 20, "caller", 7L),
                inserted("cuoc_goi", 2, 21),
                inserted("nguoi_goi", 7, 22, "name", "Lê Thị Hoa"),
                truncated("cuoc_goi", 30),
                inserted("cuoc_goi", 3, 40, "caller", 7L));

        assertThat(hub.rows("SELECT record_id FROM contact"))
                .containsExactly(Map.of("record_id", SourceRecordId.of(key("cuoc_goi", 3))));
        assertThat(figures("cuoc_goi").liveRows()).isEqualTo(1);
        assertThat(figures("nguoi_goi").liveRows()).isEqualTo(1);
        assertThat(history("cuoc_goi", 1)).last().asString().startsWith("TRUNCATE");

        take(truncated("cuoc_goi", 30));
        assertThat(figures("cuoc_goi").liveRows()).isEqualTo(1);
    }

    @Test
    @DisplayName("a row that cannot be mapped becomes a dead letter, counts as live, and the rest goes on")
    void deadLetters() {
        take(
                inserted("nguoi_goi", 7, 20, "name", "!", "note", "secret"),
                inserted("nguoi_goi", 8, 21, "name", "Trần Văn Nam"));

        DeadLetter letter = deadLetters.list(DeadLetter.State.OPEN, 0, 10).getFirst();
        assertThat(letter.key()).isEqualTo(key("nguoi_goi", 7));
        assertThat(letter.reason()).contains("name").contains("not a name");
        assertThat(RowJson.read(letter.rawRow())).isEqualTo(row("name", "!", "note", "secret"));
        assertThat(letter.toString()).doesNotContain("secret");
        assertThat(figures("nguoi_goi")).isEqualTo(new TableFigures(letter.key().table(), 2, 2, 1, 1, 2));
        assertThat(deadLetters.replay(letter.id()).orElseThrow().tries()).isEqualTo(2);

        take(updated("nguoi_goi", 7, 30, "name", "Lê Thị Hoa"));

        assertThat(deadLetters.find(letter.id()).orElseThrow().state()).isEqualTo(DeadLetter.State.SETTLED);
        assertThat(figures("nguoi_goi")).isEqualTo(new TableFigures(letter.key().table(), 2, 2, 2, 0, 3));
    }

    @Test
    @DisplayName("a dead letter is settled by a replay once the mapping knows the row")
    void replayedLetter() {
        take(inserted("giam_sat", 1, 20, "state", "OK"), inserted("nguoi_goi", 7, 21, "name", "!"));
        long id = deadLetters.list(DeadLetter.State.OPEN, 0, 10).getFirst().id();
        Ingest mended =
                new Ingest(hub.database(), (key, row) -> new TestMapping().map(key, row("name", "Lê Thị Hoa")), states);
        DeadLetters replays = new DeadLetters(hub.database(), mended);

        assertThat(replays.replay(id).orElseThrow().state()).isEqualTo(DeadLetter.State.SETTLED);

        assertThat(figures("nguoi_goi").mappedRows()).isEqualTo(1);
        assertThat(deadLetters.count(DeadLetter.State.OPEN)).isEqualTo(1);
        hub.database()
                .sql()
                .sql("UPDATE dead_letter SET next_try_at = '2020-01-01'")
                .update();
        assertThat(deadLetters.retryDue()).isZero();
        assertThat(deadLetters.list(DeadLetter.State.OPEN, 0, 9).getFirst().tries())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("rows that a snapshot did not see are deletions at its end; those it saw again add no history")
    void vanishedRows() {
        long first = ingest.beginSnapshot(SWITCHBOARD);
        take(read("nguoi_goi", 7, first, "name", "Lê Thị Hoa"), read("nguoi_goi", 8, first, "name", "Trần Văn Nam"));
        ingest.completeSnapshot(SWITCHBOARD, first);
        long second = ingest.beginSnapshot(SWITCHBOARD);
        take(read("nguoi_goi", 7, second, "name", "Lê Thị Hoa"));

        assertThatThrownBy(() -> ingest.completeSnapshot(SWITCHBOARD, first)).isInstanceOf(IllegalStateException.class);
        ingest.completeSnapshot(SWITCHBOARD, second);

        assertThat(figures("nguoi_goi").liveRows()).isEqualTo(1);
        assertThat(figures("nguoi_goi").changes())
                .as("two rows came, one went; that one stands is no change")
                .isEqualTo(3);
        assertThat(history("nguoi_goi", 7)).isEmpty();
        assertThat(history("nguoi_goi", 8)).containsExactly("SNAPSHOT Trần Văn Nam", "VANISHED null");
        assertThat(states.of(SWITCHBOARD).snapshotPhase()).isEqualTo(SnapshotPhase.COMPLETE);
        assertThat(states.of(SWITCHBOARD).firstLoadComplete()).isTrue();
        assertThat(states.of(HOTLINE).firstLoadComplete()).isFalse();
    }

    @Test
    @DisplayName(
            "what a reading of before still tells once all rows are read anew is left out: what is gone since does not come back")
    void formerLife() {
        long first = ingest.beginSnapshot(SWITCHBOARD);
        long second = ingest.beginSnapshot(SWITCHBOARD);
        take(read("nguoi_goi", 7, second, "name", "Lê Thị Hoa"));
        ingest.completeSnapshot(SWITCHBOARD, second);

        take(read("nguoi_goi", 7, first, "name", "Lê Thị H"), read("nguoi_goi", 8, first, "name", "Trần Văn Nam"));

        assertThat(figures("nguoi_goi").liveRows()).isEqualTo(1);
        assertThat(figures("nguoi_goi").changes()).isEqualTo(1);
        assertThat(history("nguoi_goi", 7)).isEmpty();
        assertThat(states.of(SWITCHBOARD).position().life()).isEqualTo(second);
    }

    @Test
    @DisplayName(
            "whom a case named before and names now is queued; a deleted call queues its caller, and whom its case names")
    void queuesWhomARowNames() {
        take(
                inserted("ca_can_thiep", 1, 20, "subject", 11L, "reporter", 21L),
                inserted("cuoc_goi", 1, 21, "caller", 31L, "case", 1L));
        drainQueue();

        take(updated("ca_can_thiep", 1, 30, "subject", 12L, "reporter", 21L));
        assertThat(drainQueue()).containsExactlyInAnyOrder("tre_em/11", "tre_em/12", "nguoi_goi/21");

        take(deleted("cuoc_goi", 1, 40));
        assertThat(drainQueue()).containsExactlyInAnyOrder("nguoi_goi/31", "tre_em/12", "nguoi_goi/21");
    }

    @Test
    @DisplayName("the position and the time of the latest change are kept, and heartbeats pass it")
    void positions() {
        take(inserted("nguoi_goi", 7, 20, "name", "Lê Thị Hoa"));
        assertThat(states.of(SWITCHBOARD).position()).isEqualTo(at(1, 20));
        assertThat(states.of(SWITCHBOARD).lastEventAt()).isEqualTo(when(20));

        states.passed(SWITCHBOARD, at(1, 90));
        states.passed(SWITCHBOARD, at(1, 50));

        assertThat(states.of(SWITCHBOARD).position()).isEqualTo(at(1, 90));
        assertThat(states.of(SWITCHBOARD).lastEventAt()).isEqualTo(when(20));
    }

    @Test
    @DisplayName("a batch that fails leaves nothing behind")
    void allOrNothing() {
        assertThatThrownBy(() -> ingest.ingest(
                        SWITCHBOARD,
                        List.of(inserted("nguoi_goi", 7, 20, "name", "Lê"), inserted("victim", 7, 21, "name", "Lê"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(hub.rows("SELECT 1 FROM source_record")).isEmpty();
    }

    private void take(SourceChange... changes) {
        ingest.ingest(changes[0].table().system(), Arrays.asList(changes));
    }

    private SourceRow stored(String table, Object id) {
        return RowJson.read(hub.raw(SourceRecordId.of(key(table, id))));
    }

    private List<String> history(String table, Object id) {
        return hub.changes(SourceRecordId.of(key(table, id)));
    }

    private TableFigures figures(String table) {
        return new PipelineStatus(hub.database(), states)
                .read().tables().stream()
                        .filter(figures -> figures.table().name().equals(table))
                        .findFirst()
                        .orElseThrow();
    }

    private Object everything() {
        List<Long> ids = hub.database()
                .sql()
                .sql("SELECT record_id FROM source_record ORDER BY record_id")
                .query(Long.class)
                .list();
        return List.of(
                hub.rows("SELECT record_id, live, log_offset, canonical IS NULL AS unmapped, changed_at"
                        + " FROM source_record ORDER BY record_id"),
                ids.stream().map(hub::raw).toList().toString(),
                hub.rows("SELECT record_id, log_offset, kind FROM source_change ORDER BY 1, 2"),
                ids.stream().map(hub::changes).toList(),
                hub.rows("SELECT source_table, live, captured, mapped, dead_lettered FROM table_count ORDER BY 1"),
                hub.rows("SELECT record_id FROM dead_letter WHERE state = 'OPEN' ORDER BY 1"));
    }

    private Set<String> drainQueue() {
        List<Long> queued = hub.database()
                .sql()
                .sql("DELETE FROM resolution_queue RETURNING record_id")
                .query(Long.class)
                .list();
        Map<Long, String> names = new LinkedHashMap<>();
        for (String table : List.of("tre_em", "nguoi_goi")) {
            for (int id = 0; id < 50; id++) {
                names.put(SourceRecordId.of(key(table, id)), table + "/" + id);
            }
        }
        return Set.copyOf(queued.stream().map(names::get).toList());
    }
}
