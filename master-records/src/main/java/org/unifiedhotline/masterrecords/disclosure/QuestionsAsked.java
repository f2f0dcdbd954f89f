package org.unifiedhotline.masterrecords.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.disclosure.Held.Note;
import org.unifiedhotline.masterrecords.disclosure.Held.Question;
import org.unifiedhotline.masterrecords.disclosure.Held.Shown;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;
import org.unifiedhotline.masterrecords.rights.OthersWords;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.TaskEvidence;

/** Questions to stewards about a person, with what was noted and shown then. */
final class QuestionsAsked {
    private final HubDatabase hub;
    private final SealedTexts texts;

    QuestionsAsked(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** A question and what is told of it, while that is gathered. */
    private record Asked(long id, List<Long> own, List<Long> others, Question told) {}

    /** Something sealed of a question. */
    private record Noted(long task, Instant at, String who, String what, Sealed sealed) {}

    List<Question> about(Collection<Long> records, OthersWords others, Map<String, Long> leftOut) {
        Map<Long, Asked> asked = new HashMap<>();
        List<Asked> all = asked(records);
        all.forEach(one -> asked.put(one.id(), one));
        Long[] ids = asked.keySet().toArray(Long[]::new);
        opened(
                notes(ids),
                (noted, words) ->
                        addNote(Objects.requireNonNull(asked.get(noted.task())), noted, words, others, leftOut));
        opened(
                evidence(ids),
                (noted, shown) -> addEvidence(Objects.requireNonNull(asked.get(noted.task())), noted, shown, leftOut));
        return all.stream().map(Asked::told).toList();
    }

    private List<Asked> asked(Collection<Long> records) {
        return hub.sql()
                .sql("""
                        SELECT * FROM review_task WHERE record_a = ANY (:records) OR record_b = ANY (:records) ORDER BY task_id
                        """)
                .param("records", records.toArray(Long[]::new))
                .query((row, number) -> asked(row, records))
                .list();
    }

    private Asked asked(ResultSet row, Collection<Long> records) throws SQLException {
        List<Long> own = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        Stream.of(row.getLong("record_a"), row.getLong("record_b"))
                .forEach(record -> (records.contains(record) ? own : others).add(record));
        return new Asked(
                row.getLong("task_id"),
                own,
                others,
                new Question(
                        row.getString("kind"),
                        row.getString("state"),
                        Columns.instant(row, "opened_at"),
                        Columns.instant(row, "changed_at"),
                        OwnKeys.of(hub, own),
                        !others.isEmpty(),
                        new ArrayList<>(),
                        new ArrayList<>()));
    }

    private static void addNote(Asked asked, Noted noted, String words, OthersWords others, Map<String, Long> leftOut) {
        boolean withheld = others.tell(words, asked.others());
        asked.told().notes().add(new Note(noted.at(), noted.who(), noted.what(), withheld ? null : words));
        if (withheld) {
            leftOut.merge("wordsOfOthers", 1L, Long::sum);
        }
    }

    private static void addEvidence(Asked asked, Noted noted, String json, Map<String, Long> leftOut) {
        TaskEvidence shown = CanonicalJson.value(json, TaskEvidence.class);
        List<TaskEvidence.Shown> own = shown.records().stream()
                .filter(one ->
                        asked.own().contains(SourceRecordId.of(one.person().key())))
                .toList();
        asked.told()
                .shown()
                .add(new Shown(
                        noted.at(),
                        noted.who(),
                        own.stream().map(TaskEvidence.Shown::person).toList(),
                        shown.bits(),
                        shown.model(),
                        asked.others().isEmpty() ? shown.levels() : List.of()));
        if (!asked.others().isEmpty()) {
            leftOut.merge("evidenceOfOthers", 1L, Long::sum);
        }
    }

    private List<Noted> notes(Long[] tasks) {
        return hub.sql()
                .sql("SELECT * FROM review_note WHERE task_id = ANY (?) ORDER BY note_id")
                .param(tasks)
                .query((row, number) -> new Noted(
                        row.getLong("task_id"),
                        Columns.instant(row, "noted_at"),
                        row.getString("author"),
                        row.getString("act"),
                        new Sealed(Place.of("review_note.words", row.getLong("note_id")), row.getBytes("words"))))
                .list();
    }

    private List<Noted> evidence(Long[] tasks) {
        return hub.sql()
                .sql("SELECT * FROM review_evidence WHERE task_id = ANY (?) ORDER BY task_id, task_version")
                .param(tasks)
                .query((row, number) -> new Noted(
                        row.getLong("task_id"),
                        Columns.instant(row, "shown_at"),
                        row.getString("shown_to"),
                        "",
                        new Sealed(
                                Place.of("review_evidence.shown", row.getLong("task_id"), row.getLong("task_version")),
                                row.getBytes("shown"))))
                .list();
    }

    /** What cannot be opened any more was of somebody erased. */
    private void opened(List<Noted> noted, BiConsumer<Noted, String> use) {
        List<Optional<String>> opened =
                texts.open(noted.stream().map(Noted::sealed).toList());
        for (int at = 0; at < noted.size(); at++) {
            Noted one = noted.get(at);
            opened.get(at).ifPresent(text -> use.accept(one, text));
        }
    }
}
