package org.unifiedhotline.masterrecords.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.desk.ExportJob;
import org.unifiedhotline.masterrecords.desk.ExportJobs;
import org.unifiedhotline.masterrecords.desk.SavedSearch;
import org.unifiedhotline.masterrecords.desk.SavedSearches;
import org.unifiedhotline.masterrecords.ingest.DeadLetter;
import org.unifiedhotline.masterrecords.ingest.DeadLetters;
import org.unifiedhotline.masterrecords.keys.KeyRotation;
import org.unifiedhotline.masterrecords.keys.KeystoreCheck;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;
import org.unifiedhotline.masterrecords.models.ModelVersion;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.resolution.ResolutionInput;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.training.Trainer;

/** Everything that the hub holds of marked people, read as who dumps the database reads it. */
@DisplayName("A hub at rest")
class SealedHubIT {
    private static final String NAME = "Xuân Thị Quỳnhmarked";
    private static final String TELEPHONE = "+84911222333";
    private static final String NOTE = "ghi chú notemarked về em";
    private static final String REASON = "vì reasonmarked";

    private Hub hub;
    private HubDatabase database;
    private Desk desk;

    @BeforeEach
    void fill() {
        hub = Hub.running("sealed_hub");
        database = hub.database.database();
        new KeystoreCheck(database).require();
        desk = new Desk(hub);
        hub.take(
                inserted("victim", 1, 20, "name", NAME, "year", 2009L, "note", NOTE),
                inserted("caller", 2, 21, "name", NAME, "phone", TELEPHONE, "note", NOTE),
                inserted("call", 3, 22, "caller", 2L, "number", TELEPHONE, "note", NOTE),
                inserted("caller", 4, 23, "name", "!", "note", NOTE));
        hub.take(updated("caller", 2, 30, "name", NAME + " Hai", "phone", TELEPHONE, "note", NOTE));
        hub.take(updated("caller", 2, 31, "name", NAME, "phone", TELEPHONE, "note", NOTE));
        hub.resolve();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    @DisplayName("shows nothing of a person: not as written, not folded, not encoded, not hashed without a key")
    void nothingInClear() throws Exception {
        work();
        learn();
        List<String> tables = database.sql()
                .sql("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                        + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list();
        StringBuilder dump = new StringBuilder();
        for (String table : tables) {
            database.sql()
                    .sql("SELECT line::text FROM " + table + " AS line")
                    .query(String.class)
                    .list()
                    .forEach(line -> dump.append(table).append(' ').append(line).append('\n'));
        }
        assertThat(dump.toString())
                .as("the dump holds what it should")
                .contains("source_change")
                .contains("decision");
        for (String marked : forms()) {
            assertThat(dump.toString()).doesNotContain(marked);
        }
        assertThat(dump.toString())
                .doesNotContainIgnoringCase("quynhmarked")
                .doesNotContain("notemarked", "reasonmarked");
    }

    /** Decisions, evidence, notes, searches: with marked words in them. */
    private void work() {
        List<ReviewTasks.Opened> open = desk.open();
        assertThat(open).as("somebody is asked").isNotEmpty();
        ReviewTask task = open.getFirst().task();
        hub.reviewTasks.claim(task.id(), "an", Duration.ofMinutes(5));
        hub.reviewTasks.comment(task.id(), "an", REASON);
        ReviewTask claimed = desk.task(task.id());
        hub.stewardship.answer(claimed.id(), claimed.version(), false, new Word("an", REASON));
        new SavedSearches(database).keep("an", NAME, Map.of("q", List.of(NAME)));
        new ExportJobs(database).add("an", ExportJob.Format.CSV, REASON, 10);
        assertThat(hub.stewardship.lastReasons("an", 5)).containsExactly(REASON);
        assertThat(hub.reviewTasks.find(task.id()).orElseThrow().notes())
                .extracting(TaskNote::words)
                .contains(REASON);
        assertThat(new SavedSearches(database).of("an").getFirst().name()).isEqualTo(NAME);
    }

    /** A model is learned while several hold the marked name: each of them is too few to be named in it. */
    private void learn() {
        List<SourceChange> changes = new ArrayList<>();
        for (long id = 100; id < 108; id++) {
            changes.add(
                    inserted("caller", id, id, "name", NAME, "year", 1950 + id % 50, "phone", "+849333" + id + "11"));
        }
        for (long id = 200; id < 300; id++) {
            String given = List.of("Lan", "Hoa", "Mai", "Cúc").get((int) (id % 4));
            changes.add(inserted("caller", id, id, "name", "Trần Thị " + given, "year", 1950 + id % 50));
        }
        hub.take(changes.toArray(SourceChange[]::new));
        hub.resolve();
        ResolutionInput people = database.read(() -> ResolutionInput.of(database));
        Trainer.Result learned =
                new Trainer(Hub.model(), 1, Progress.NONE).train(people.records(), people.assertions());
        new Models(database)
                .register(
                        learned.model(),
                        ModelVersion.Origin.TRAINED,
                        "an",
                        REASON,
                        new ModelVersion.Learned(
                                people.records().size(), 0, 1, learned.report().lines()),
                        Instant.now());
        assertThat(new Models(database).file(learned.model().version()).orElseThrow())
                .as("what many have is named")
                .contains("tran", "hoa");
    }

    private static List<String> forms() throws Exception {
        List<String> forms = new ArrayList<>();
        for (String value : List.of(NAME, TELEPHONE, TELEPHONE.substring(3), NOTE, REASON)) {
            String folded = Folding.fold(value);
            for (String written : List.of(value, folded)) {
                byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
                forms.add(written);
                forms.add(HexFormat.of().formatHex(bytes));
                forms.add(java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes));
                for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
                    forms.add(HexFormat.of()
                            .formatHex(MessageDigest.getInstance(algorithm).digest(bytes)));
                }
                forms.add(String.valueOf(SourceRecordId.hash(written)));
                forms.add(String.valueOf(org.unifiedhotline.matching.comparison.Hashing.of(written)));
            }
        }
        return forms;
    }

    @Test
    @DisplayName(
            "notices text that was moved to another record: the record waits as a dead letter, and another try mends it")
    void moved() {
        long one = SourceRecordId.of(key("victim", 1));
        long other = SourceRecordId.of(key("caller", 2));
        database.sql()
                .sql("UPDATE source_record SET canonical = (SELECT canonical FROM source_record WHERE record_id = ?)"
                        + " WHERE record_id = ?")
                .params(other, one)
                .update();
        assertThat(namesOf("victim", 1))
                .as("the other's name is not shown as this one's")
                .isEmpty();
        database.sql()
                .sql("INSERT INTO resolution_queue (record_id, task) VALUES (?, 'RESOLVE')")
                .param(one)
                .update();
        hub.resolve();
        DeadLetters letters = new DeadLetters(database, hub.ingest);
        DeadLetter letter = letters.list(DeadLetter.State.OPEN, 0, 10).stream()
                .filter(open -> open.key().equals(key("victim", 1)))
                .findFirst()
                .orElseThrow();
        assertThat(letter.reason()).contains("source_record.canonical of row " + one + " cannot be opened");
        assertThat(letter.rawRow()).contains(NAME);
        letters.replay(letter.id());
        hub.resolve();
        assertThat(namesOf("victim", 1)).containsExactly(NAME);
    }

    /** The names of one source record, as its master record shows it. */
    private List<String> namesOf(String table, Object id) {
        MasterLookup.Found found =
                (MasterLookup.Found) hub.masters.find(hub.links().get(table + "/" + id));
        return found.file().master().members().stream()
                .filter(member -> member.key().equals(key(table, id)))
                .flatMap(member -> member.person().names().stream())
                .map(PersonName::display)
                .toList();
    }

    @Test
    @DisplayName("is wrapped by a new key while changes go on; the old version is needed until the end, and no longer")
    void rotation() {
        work();
        KeyRotation rotation = new KeyRotation(database);
        assertThat(rotation.makeVersion()).isEqualTo(2);
        hub.take(inserted("caller", 5, 40, "name", NAME, "phone", TELEPHONE, "note", NOTE));
        assertThat(rotation.waiting()).isEqualTo(4);
        assertThat(rotation.unused()).isEmpty();
        hub.take(updated("caller", 2, 41, "name", NAME + " Ba", "phone", TELEPHONE, "note", NOTE));
        long[] told = new long[1];
        assertThat(rotation.run(more -> told[0] += more)).isEqualTo(4).isEqualTo(told[0]);
        assertThat(rotation.waiting()).isZero();
        assertThat(rotation.unused()).containsExactly(1);
        hub.take(updated("caller", 5, 42, "name", NAME + " Tư", "phone", TELEPHONE, "note", NOTE));
        hub.resolve();
        assertThat(hub.database.raw(SourceRecordId.of(key("caller", 2)))).contains("Ba");
        assertThat(hub.database.changes(SourceRecordId.of(key("caller", 5))))
                .containsExactly("INSERT " + NAME, "UPDATE " + NAME + " Tư");
        assertThat(new SavedSearches(database).of("an").getFirst().name()).isEqualTo(NAME);
        assertThat(hub.stewardship.lastReasons("an", 5)).containsExactly(REASON);
    }

    @Test
    @DisplayName(
            "lets nothing of a record be read once its key is destroyed, in whichever table, also with what a backup brings back")
    void destroyed() {
        work();
        long one = SourceRecordId.of(key("victim", 1));
        database.sql().sql("CREATE TABLE backup AS SELECT * FROM record_key").update();
        database.keys().destroy(List.of(one));
        database.sql()
                .sql("INSERT INTO record_key SELECT * FROM backup ON CONFLICT DO NOTHING")
                .update();
        assertThat(hub.database.changes(one)).as("history").containsExactly("INSERT null");
        assertThat(hub.stewardship.lastReasons("an", 5))
                .as("what was said of it")
                .isEmpty();
        assertThat(hub.reviewTasks.page(TaskState.DECIDED, null, null, 50).tasks())
                .allSatisfy(task -> assertThat(task.notes())
                        .allSatisfy(note -> assertThat(note.words()).isEmpty()));
        assertThat(hub.masters.find(hub.links().get("victim/1")))
                .isInstanceOfSatisfying(
                        MasterLookup.Found.class,
                        found -> assertThat(found.file().master().name()).isNull());
        assertThat(hub.database.changes(SourceRecordId.of(key("caller", 2))))
                .as("another's")
                .hasSize(3);
    }

    @Test
    @DisplayName(
            "lets no search be read any more that was removed or had another name, also with what a backup brings back")
    void removedSearches() {
        SavedSearches searches = new SavedSearches(database);
        searches.keep("an", NAME, Map.of("q", List.of(TELEPHONE)));
        searches.keep("an", NAME + " Hai", Map.of("q", List.of(NAME)));
        List<Sealed> before = sealedSearches();
        long first = searches.of("an").getFirst().id();
        assertThat(searches.rename("an", first, NAME + " Hai")).isInstanceOf(SavedSearches.Answer.NameTaken.class);
        assertThat(new SealedTexts(database).open(before)).allMatch(Optional::isPresent);
        assertThat(searches.rename("an", first, "nobody")).isInstanceOf(SavedSearches.Answer.Kept.class);
        assertThat(searches.of("an")).extracting(SavedSearch::name).containsExactlyInAnyOrder("nobody", NAME + " Hai");
        assertThat(searches.of("an"))
                .extracting(search -> search.parameters().get("q"))
                .contains(List.of(TELEPHONE));
        assertThat(new SealedTexts(database).open(before))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
        List<Sealed> renamed = sealedSearches();
        searches.of("an")
                .forEach(
                        search -> assertThat(searches.remove("an", search.id())).isTrue());
        assertThat(searches.remove("an", first)).isFalse();
        assertThat(new SealedTexts(database).open(before)).allMatch(Optional::isEmpty);
        assertThat(new SealedTexts(database).open(renamed)).allMatch(Optional::isEmpty);
    }

    private List<Sealed> sealedSearches() {
        return database
                .sql()
                .sql("SELECT saved_search_id, name, parameters FROM saved_search")
                .query((row, number) -> {
                    long id = row.getLong(1);
                    return List.of(
                            new Sealed(Place.of("saved_search.name", id), row.getBytes("name")),
                            new Sealed(Place.of("saved_search.parameters", id), row.getBytes("parameters")));
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
