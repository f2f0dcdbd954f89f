package org.unifiedhotline.masterrecords.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.read;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.Changes;
import org.unifiedhotline.masterrecords.TestHub;
import org.unifiedhotline.masterrecords.TestMapping;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** PostgreSQL refuses these rows by triggers that stand for any limit of its own: of the row itself, or of what was understood of it. */
@DisplayName("A row that the hub's database refuses")
class RefusedRowsIT {
    /** A row with this is refused, wherever it is stored: SQL state 22003. */
    private static final BigDecimal BEYOND = new BigDecimal("9".repeat(140_000));
    /** What was understood of a row with this is refused, once {@link #refuse} said so. */
    private static final String REFUSED = "refuse me ".repeat(1_000);

    private TestHub hub;
    private CaptureStates states;
    private Ingest ingest;
    private DeadLetters deadLetters;

    @BeforeEach
    void begin() {
        hub = TestHub.create("refused");
        states = new CaptureStates(hub.database());
        ingest = new Ingest(hub.database(), RefusedRowsIT::map, states);
        deadLetters = new DeadLetters(hub.database(), ingest);
        hub.database().template().execute("""
                CREATE FUNCTION beyond() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION USING ERRCODE = '22003'; END $$
                """);
        for (String table : List.of("source_record", "source_change")) {
            hub.database()
                    .template()
                    .execute("CREATE TRIGGER beyond BEFORE INSERT OR UPDATE ON " + table
                            + " FOR EACH ROW WHEN (octet_length(NEW.raw) > 100000) EXECUTE FUNCTION beyond()");
        }
        hub.database().write(() -> new ResolutionPhase(hub.database()).moveTo(Phase.INCREMENTAL));
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private static CanonicalRecord map(SourceRecordKey key, SourceRow row) {
        if (!row.columns().containsKey("note")) {
            throw new MappingException(key.table(), "note", "the row has no such column");
        }
        return new TestMapping().map(key, row);
    }

    @Test
    @DisplayName("becomes a dead letter without its row; all others of its batch, before and behind it, go on")
    void aloneIsLeftOut() {
        List<SourceChange> batch = new ArrayList<>();
        for (int id = 1; id <= 20; id++) {
            batch.add(
                    id == 7 || id == 8
                            ? inserted("nguoi_goi", id, 100 + id, "name", "Lê Thị Hoa", "note", BEYOND)
                            : inserted("nguoi_goi", id, 100 + id, "name", "Lê Thị Hoa", "note", "x"));
        }
        take(batch.toArray(SourceChange[]::new));

        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 20, 20, 18, 2, 20));
        assertThat(open()).extracting(DeadLetter::key).containsExactly(key("nguoi_goi", 8), key("nguoi_goi", 7));
        assertThat(open()).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo("the hub cannot store it: SQL state 22003");
            assertThat(letter.rawRow()).isNull();
        });
        assertThat(states.of(Changes.SWITCHBOARD).position()).isEqualTo(Changes.at(1, 120));
    }

    @Test
    @DisplayName("keeps its row in the letter if only what was understood of it is refused")
    void rowIsKept() {
        refuse("54000");

        take(
                inserted("nguoi_goi", 1, 20, "name", "Lê Thị Hoa", "note", "x"),
                inserted("nguoi_goi", 2, 21, "name", "Trần Văn Nam", "note", REFUSED));

        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 2, 2, 1, 1, 2));
        DeadLetter letter = open().getFirst();
        assertThat(letter.key()).isEqualTo(key("nguoi_goi", 2));
        assertThat(letter.reason()).isEqualTo("the hub cannot store it: SQL state 54000");
        assertThat(letter.rawRow()).contains("refuse me");
    }

    @Test
    @DisplayName("holds up neither the changes before it nor those behind it of the same record, in their order")
    void orderOfARecord() {
        take(
                inserted("nguoi_goi", 7, 20, "name", "first", "note", "x"),
                updated("nguoi_goi", 7, 30, "name", "second", "note", BEYOND),
                updated("nguoi_goi", 7, 40, "name", "third", "note", "x"));

        assertThat(history(7)).containsExactly("INSERT first", "UPDATE null", "UPDATE third");
        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 1, 1, 1, 0, 3));
        assertThat(open()).isEmpty();
        assertThat(deadLetters.count(DeadLetter.State.SETTLED)).isEqualTo(1);
    }

    @Test
    @DisplayName("that was mapped before leaves its person; a corrected state settles the letter, a deletion too")
    void laterStates() {
        take(
                inserted("nguoi_goi", 7, 20, "name", "Lê", "note", "x"),
                inserted("nguoi_goi", 8, 21, "name", "Lê", "note", "x"));
        take(
                updated("nguoi_goi", 7, 30, "name", "Lê", "note", BEYOND),
                updated("nguoi_goi", 8, 31, "name", "Lê", "note", BEYOND));
        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 2, 2, 0, 2, 4));

        take(updated("nguoi_goi", 7, 40, "name", "Lê", "note", "shorter"), deleted("nguoi_goi", 8, 41));

        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 1, 2, 1, 0, 6));
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("told again, in its batch or by another snapshot, is the same dead letter")
    void toldAgain() {
        SourceChange[] batch = {
            inserted("nguoi_goi", 1, 20, "name", "Lê", "note", "x"),
            inserted("nguoi_goi", 2, 21, "name", "Lê", "note", BEYOND)
        };
        take(batch);
        TableFigures before = figures();
        take(batch);
        assertThat(figures()).isEqualTo(before);

        long life = ingest.beginSnapshot(Changes.SWITCHBOARD);
        long next = Math.max(2, life);
        take(
                read("nguoi_goi", 1, next, "name", "Lê", "note", "x"),
                read("nguoi_goi", 2, next, "name", "Lê", "note", BEYOND));
        assertThat(figures().liveRows()).isEqualTo(2);
        assertThat(figures().deadLetteredRows()).isEqualTo(1);
        assertThat(open()).hasSize(1);
    }

    @Test
    @DisplayName("is not taken for mapped by a later change that does not repeat the value that was refused")
    void valuesNeverKnown() {
        take(inserted("nguoi_goi", 7, 20, "name", "Lê", "note", BEYOND));
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", "Lê Thị Hoa");
        columns.put("note", null);
        take(new RowWritten(
                key("nguoi_goi", 7),
                Changes.at(1, 30),
                Origin.UPDATE,
                new SourceRow(columns, Set.of("note")),
                Changes.when(30)));

        assertThat(figures().deadLetteredRows()).isEqualTo(1);
        assertThat(open().getFirst().reason()).contains("note");
        makeDue();
        assertThat(deadLetters.retryDue()).as("tried again").isZero();
        assertThat(figures().mappedRows()).isZero();
    }

    @Test
    @DisplayName("is tried again with the others, and stands in the way of none")
    void retries() {
        refuse("23514");
        take(
                inserted("nguoi_goi", 1, 20, "name", "Lê", "note", REFUSED),
                inserted("nguoi_goi", 2, 21, "name", "Lê", "note", BEYOND),
                inserted("nguoi_goi", 3, 22, "name", "Lê", "note", REFUSED));
        makeDue();

        assertThat(deadLetters.retryDue()).as("still refused").isZero();
        assertThat(open()).extracting(DeadLetter::tries).containsOnly(2);

        hub.database().sql().sql("DROP TRIGGER refuse ON source_record").update();
        makeDue();
        assertThat(deadLetters.retryDue()).as("mended").isEqualTo(2);
        assertThat(open()).extracting(DeadLetter::key).containsExactly(key("nguoi_goi", 2));
        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 3, 3, 2, 1, 3));
    }

    @Test
    @DisplayName("and whose try breaks down keeps no other from being tried, by itself or by hand")
    void brokenTry() {
        refuse("23514");
        take(
                inserted("nguoi_goi", 1, 20, "name", "Lê", "note", REFUSED),
                inserted("nguoi_goi", 2, 21, "name", "Lê", "note", REFUSED),
                inserted("nguoi_goi", 3, 22, "name", "Lê", "note", REFUSED));
        List<Long> ids = open().stream().map(DeadLetter::id).sorted().toList();
        hub.database().template().execute("""
                CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN
                     IF NEW.local_id <> '3' THEN RAISE EXCEPTION USING ERRCODE = '57014'; END IF;
                     RETURN NEW;
                   END $$
                """); // no word about the row: the database did not get to the end
        makeDue();
        assertThat(deadLetters.retryDue()).isEqualTo(1);
        assertThat(open()).extracting(DeadLetter::key).containsExactly(key("nguoi_goi", 2), key("nguoi_goi", 1));
        assertThat(deadLetters.retryDue()).as("the others wait").isZero();

        assertThat(deadLetters.replay(ids))
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.OPEN, DeadLetter.State.OPEN, DeadLetter.State.SETTLED);
    }

    @Test
    @DisplayName("never comes back over a newer state of it, by a replay or out of order")
    void olderNeverOverNewer() {
        take(inserted("nguoi_goi", 1, 20, "name", "Lê")); // without the column that the mapping needs
        DeadLetter letter = open().getFirst();
        take(updated("nguoi_goi", 1, 30, "name", "Lê Thị Hoa", "note", "x"));
        assertThat(deadLetters.replay(letter.id()).orElseThrow().state()).isEqualTo(DeadLetter.State.SETTLED);

        take(updated("nguoi_goi", 1, 25, "name", "Lê Thị"));
        assertThat(open()).isEmpty();
        assertThat(figures().mappedRows()).isEqualTo(1);

        take(updated("nguoi_goi", 1, 40, "name", "Lê Hoa"));
        take(deleted("nguoi_goi", 1, 50));
        assertThat(deadLetters.replay(letter.id()).orElseThrow().state()).isEqualTo(DeadLetter.State.SETTLED);
        assertThat(open()).isEmpty();
        assertThat(figures().liveRows()).isZero();
    }

    @Test
    @DisplayName("is like a row on which the mapping itself breaks down")
    void unexpectedFailure() {
        Ingest broken = new Ingest(
                hub.database(),
                (key, row) -> {
                    if (row.columns().containsValue("deep")) {
                        throw new StackOverflowError();
                    }
                    if (row.columns().containsValue("odd")) {
                        throw new ArrayIndexOutOfBoundsException(row.columns().toString());
                    }
                    return new TestMapping().map(key, row);
                },
                states);
        broken.ingest(
                Changes.SWITCHBOARD,
                List.of(
                        inserted("nguoi_goi", 1, 20, "name", "odd"),
                        inserted("nguoi_goi", 2, 21, "name", "deep"),
                        inserted("nguoi_goi", 3, 22, "name", "Lê")));

        assertThat(figures()).isEqualTo(new TableFigures(key("nguoi_goi", 1).table(), 3, 3, 1, 2, 3));
        assertThat(open())
                .extracting(letter -> letter.reason().split(" ")[0])
                .containsExactly("StackOverflowError", "ArrayIndexOutOfBoundsException");
    }

    /** From now on a canonical record whose note is {@link #REFUSED} is refused with this SQL state. */
    private void refuse(String state) {
        hub.database().template().execute("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION USING ERRCODE = '%s', MESSAGE = 'too much of ' || NEW.local_id; END $$
                """.formatted(state));
        hub.database().template().execute("""
                CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON source_record FOR EACH ROW
                WHEN (octet_length(NEW.canonical) BETWEEN 5000 AND 100000) EXECUTE FUNCTION refuse()
                """);
    }

    private void makeDue() {
        hub.database()
                .sql()
                .sql("UPDATE dead_letter SET next_try_at = '2020-01-01'")
                .update();
    }

    private void take(SourceChange... changes) {
        ingest.ingest(Changes.SWITCHBOARD, Arrays.asList(changes));
    }

    private List<DeadLetter> open() {
        return deadLetters.list(DeadLetter.State.OPEN, 0, 10);
    }

    private List<String> history(Object id) {
        return hub.changes(SourceRecordId.of(key("nguoi_goi", id)));
    }

    private TableFigures figures() {
        return new PipelineStatus(hub.database(), states)
                .read().tables().stream()
                        .filter(figures -> figures.table().name().equals("nguoi_goi"))
                        .findFirst()
                        .orElseThrow();
    }
}
