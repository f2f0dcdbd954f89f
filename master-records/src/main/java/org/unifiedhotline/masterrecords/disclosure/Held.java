package org.unifiedhotline.masterrecords.disclosure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * What is held about a person beside their file and what was decided.
 *
 * @param leftOut how much of what is left out, by what it is; nothing that is nought
 */
public record Held(
        List<Question> questions,
        List<Judged> verdicts,
        List<Assessment> assessments,
        List<SetAsideRow> setAside,
        SortedMap<String, Long> leftOut) {
    public Held {
        questions = List.copyOf(questions);
        verdicts = List.copyOf(verdicts);
        assessments = List.copyOf(assessments);
        setAside = List.copyOf(setAside);
        leftOut = new TreeMap<>(leftOut);
        leftOut.values().removeIf(count -> count == 0);
    }

    /**
     * A question to stewards about one of the person's records and another record.
     *
     * @param about the person's own of the two
     * @param besideAnother whether the other is somebody else's
     */
    public record Question(
            String kind,
            String state,
            Instant openedAt,
            Instant changedAt,
            List<SourceRecordKey> about,
            boolean besideAnother,
            List<Note> notes,
            List<Shown> shown) {}

    /**
     * What somebody did with it.
     *
     * @param words null where they are withheld, since they tell of the other, too
     */
    public record Note(
            Instant at, String author, String act, @Nullable String words) {}

    /**
     * What a steward was shown and was kept as shown.
     *
     * @param records the person's own, as understood then
     * @param levels what was compared and how it agreed, where both records are the person's own; else it would tell the other's values
     */
    public record Shown(
            Instant at, String to, List<PersonRecord> records, double bits, String model, List<String> levels) {}

    /**
     * What was judged of a link drawn by chance.
     *
     * @param about the person's own of the two records
     */
    public record Judged(
            String verdict, @Nullable String by, @Nullable Instant at, List<SourceRecordKey> about) {}

    /** What was judged of a contact of the person. */
    public record Assessment(
            SourceRecordKey contact,
            Instant at,
            BigDecimal score,
            Map<String, BigDecimal> criteria,
            @Nullable String remarks) {}

    /**
     * A row that is about the person and could not be understood.
     *
     * @param row its columns as captured; without the telephone of another who called
     */
    public record SetAsideRow(
            SourceRecordKey key,
            String state,
            String reason,
            Instant firstAt,
            Instant lastAt,
            Map<String, @Nullable Object> row) {}

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "Held[" + questions.size() + " questions, " + setAside.size() + " rows set aside]";
    }
}
