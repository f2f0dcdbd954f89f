package org.unifiedhotline.masterrecords.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code correction_note}: what is wrong about somebody, shown beside what the legacy systems say. */
public final class CorrectionNotes {
    private final HubDatabase hub;
    private final SealedTexts texts;
    private final Clock clock;

    public CorrectionNotes(HubDatabase hub, Clock clock) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
        this.clock = clock;
    }

    /**
     * A note.
     *
     * @param words in the author's words; personal text
     */
    public record Note(long id, String author, String words, Instant notedAt) {
        /** Names nothing of the person: safe in a log. */
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    /** Attaches a note to whoever these records are of. */
    public Note add(Collection<Long> records, String author, String words) {
        return hub.write(() -> {
            long id = hub.sql()
                    .sql("SELECT nextval(pg_get_serial_sequence('correction_note', 'note_id'))")
                    .query(Long.class)
                    .single();
            hub.sql()
                    .sql(
                            "INSERT INTO correction_note (note_id, records, author, words, noted_at) VALUES (?, ?, ?, ?, ?)")
                    .params(id, records.toArray(Long[]::new), author, texts.seal(words(id), words, records))
                    .param(Columns.parameter(now()))
                    .update();
            return of(records).stream()
                    .filter(note -> note.id() == id)
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** The notes that stand on one of these records, the oldest first. */
    public List<Note> of(Collection<Long> records) {
        return hub.sql()
                .sql("SELECT * FROM correction_note WHERE records && ? AND withdrawn_at IS NULL ORDER BY note_id")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** The notes that stand and speak of these records alone: for readers of some records of a person. */
    public List<Note> onlyOf(Collection<Long> records) {
        return hub.sql()
                .sql("SELECT * FROM correction_note WHERE records && :records AND records <@ :records"
                        + " AND withdrawn_at IS NULL ORDER BY note_id")
                .param("records", records.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** The records that a standing note is about. */
    public Optional<List<Long>> recordsOf(long id) {
        return hub.sql()
                .sql("SELECT records FROM correction_note WHERE note_id = ? AND withdrawn_at IS NULL")
                .param(id)
                .query((row, number) -> List.of((Long[]) row.getArray("records").getArray()))
                .optional();
    }

    /** Takes a note back; answers whether it stood. */
    public boolean withdraw(long id, String by) {
        return hub.sql().sql("""
                                UPDATE correction_note SET withdrawn_by = ?, withdrawn_at = ?
                                 WHERE note_id = ? AND withdrawn_at IS NULL
                                """).params(by, Columns.parameter(now()), id).update() > 0;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Place words(long id) {
        return Place.of("correction_note.words", id);
    }

    private Note read(ResultSet row) throws SQLException {
        long id = row.getLong("note_id");
        return new Note(
                id,
                row.getString("author"),
                texts.open(words(id), row.getBytes("words")).orElse(""),
                Columns.instant(row, "noted_at"));
    }
}
