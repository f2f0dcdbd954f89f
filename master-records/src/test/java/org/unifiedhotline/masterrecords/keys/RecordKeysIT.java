package org.unifiedhotline.masterrecords.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.masterrecords.TestHub;
import org.unifiedhotline.masterrecords.database.HubDatabase;

@DisplayName("The keys of source records")
class RecordKeysIT {
    private static final Place NAME = Place.of("source_record.raw", 1);

    @TempDir
    private Path folder;

    private TestHub test;
    private HubDatabase hub;

    @BeforeEach
    void freshHub(TestInfo info) {
        test = TestHub.create(
                "record_keys_" + info.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT));
        hub = test.database(Keystore.open(folder, Map.of(), true));
        new KeystoreCheck(hub).require();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    @DisplayName("open what they sealed, at its place only")
    void places() {
        DataKey key = hub.keys().make(List.of(1L, 2L)).get(1L);
        byte[] sealed = key.seal(NAME, "Nguyễn Thị Hoa");
        Map<Long, DataKey> read = hub.keys().of(List.of(1L, 2L, 3L));
        assertThat(read).containsOnlyKeys(1L, 2L);
        assertThat(read.get(1L).open(NAME, sealed)).isEqualTo("Nguyễn Thị Hoa");
        assertThatThrownBy(() -> read.get(1L).open(Place.of("source_record.canonical", 1), sealed))
                .isInstanceOf(BrokenSealException.class)
                .hasMessageContaining("source_record.canonical of row 1");
        assertThatThrownBy(() -> read.get(1L).open(Place.of("source_record.raw", 2), sealed))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> read.get(2L).open(NAME, sealed)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    @DisplayName("exchanged between two records are noticed")
    void exchanged() {
        hub.keys().make(List.of(1L, 2L));
        hub.sql()
                .sql(
                        "UPDATE record_key SET wrapped = (SELECT wrapped FROM record_key WHERE record_id = 2), key_number ="
                                + " (SELECT key_number FROM record_key WHERE record_id = 2) WHERE record_id = 1")
                .update();
        assertThatThrownBy(() -> hub.keys().of(List.of(1L)))
                .isInstanceOf(BrokenSealException.class)
                .hasMessageContaining("record_key.wrapped of row 1");
    }

    @Test
    @DisplayName("once destroyed do not come back with a backup of the table; those of others do")
    void destroyed() {
        Map<Long, DataKey> keys =
                hub.keys().make(LongStream.range(0, 300).boxed().toList());
        byte[] sealed = keys.get(7L).seal(NAME, "Hoa");
        hub.sql().sql("CREATE TABLE backup AS SELECT * FROM record_key").update();
        hub.keys().destroy(List.of(7L, 8L, 1_000L));
        assertThat(hub.keys().of(List.of(6L, 7L, 8L, 9L))).containsOnlyKeys(6L, 9L);
        assertThat(hub.keys().isDestroyed(7)).isTrue();
        assertThat(hub.keys().isDestroyed(9)).isFalse();
        hub.sql()
                .sql("INSERT INTO record_key SELECT * FROM backup ON CONFLICT DO NOTHING")
                .update();
        HubDatabase restored = test.database(Keystore.open(folder, Map.of(), false));
        assertThat(restored.keys().of(List.of(6L, 7L, 8L, 9L))).containsOnlyKeys(6L, 9L);
        DataKey another = restored.keys().make(List.of(7L)).get(7L);
        assertThatThrownBy(() -> another.open(NAME, sealed)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    @DisplayName(
            "are not destroyed where the transaction is taken back; where the service is killed behind it, at the next start")
    void crash() {
        hub.keys().make(List.of(1L, 2L));
        hub.tryOut(() -> {
            hub.keys().destroy(List.of(1L));
            return true;
        });
        assertThat(hub.keys().of(List.of(1L))).isNotEmpty();
        hub.sql().sql("CREATE TABLE backup AS SELECT * FROM record_key").update();
        hub.sql()
                .sql("WITH gone AS (DELETE FROM record_key WHERE record_id = 2 RETURNING *)"
                        + " INSERT INTO key_destruction (key_number, record_id) SELECT key_number, record_id FROM gone")
                .update();
        HubDatabase next = test.database(Keystore.open(folder, Map.of(), false));
        new KeystoreCheck(next).require();
        hub.sql()
                .sql("INSERT INTO record_key SELECT * FROM backup ON CONFLICT DO NOTHING")
                .update();
        assertThat(next.keys().of(List.of(1L, 2L))).containsOnlyKeys(1L);
        assertThat(test.one(Long.class, "SELECT count(*) FROM key_destruction WHERE destroyed_at IS NULL"))
                .isZero();
    }

    @Test
    @DisplayName("that are missing, malformed or another hub's are named at the start")
    void wrongKeys(@TempDir Path other) throws Exception {
        hub.keys().make(List.of(1L));
        for (String name : List.of("encryption-1.key", "hashing.key", "records.tree")) {
            byte[] right = Files.readAllBytes(folder.resolve(name));
            Keystore.open(other, Map.of(), true);
            Files.write(folder.resolve(name), Files.readAllBytes(other.resolve(name)));
            assertThatThrownBy(() -> require())
                    .isInstanceOf(KeystoreException.class)
                    .hasMessageContaining(name + " is not the one that this hub was encrypted with");
            Files.writeString(folder.resolve(name), "0123\n");
            assertThatThrownBy(() -> require())
                    .isInstanceOf(KeystoreException.class)
                    .hasMessageContaining(name);
            Files.delete(folder.resolve(name));
            assertThatThrownBy(() -> require())
                    .isInstanceOf(KeystoreException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("unified-hotline.keys.folder");
            Files.write(folder.resolve(name), right);
            require();
        }
        assertThatThrownBy(() -> new KeyProperties(null, Map.of()).open(false))
                .hasMessageContaining("unified-hotline.keys.folder is not set");
    }

    private void require() {
        new KeystoreCheck(test.database(Keystore.open(folder, Map.of(), false))).require();
    }

    @Test
    @DisplayName("of several records together open what was said of all, until one of them is destroyed")
    void together() {
        hub.keys().make(List.of(1L, 2L, 3L));
        SealedTexts texts = new SealedTexts(hub);
        Place place = Place.of("decision.reason", 5);
        byte[] ofTwo = texts.seal(place, "cùng một người", List.of(2L, 1L));
        byte[] ofThree = texts.seal(place, "khác", List.of(3L));
        byte[] ofNobody = texts.seal(place, "lý do");
        assertThat(texts.open(place, ofTwo)).contains("cùng một người");
        assertThat(texts.open(place, ofNobody)).contains("lý do");
        assertThatThrownBy(() -> texts.open(Place.of("decision.reason", 6), ofTwo))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> texts.open(Place.of("decision.reason", 6), ofNobody))
                .isInstanceOf(BrokenSealException.class);
        hub.keys().destroy(List.of(1L));
        assertThat(texts.open(place, ofTwo)).isEmpty();
        assertThat(texts.open(place, ofThree)).contains("khác");
        hub.keys().keystore().destroy(List.of(SealedTexts.ownNumber(ofNobody).orElseThrow()));
        assertThat(texts.open(place, ofNobody)).isEmpty();
    }

    @Test
    @DisplayName(
            "of texts about nobody are forgotten with a transaction, and no number of theirs is given again by a hub set back")
    void ownKeys() {
        SealedTexts texts = new SealedTexts(hub);
        Place place = Place.of("saved_search.name", 1);
        byte[] first = texts.seal(place, "mẹ của bé");
        byte[] second = texts.seal(place, "khác");
        assertThatThrownBy(() -> hub.write(() -> {
                    texts.forget(List.of(second));
                    throw new IllegalStateException("the transaction fails");
                }))
                .hasMessageContaining("fails");
        texts.forget(List.of(first));
        assertThat(texts.open(place, first)).isEmpty();
        assertThat(texts.open(place, second)).contains("khác");

        long number = SealedTexts.ownNumber(first).orElseThrow();
        hub.sql()
                .sql("SELECT setval('record_key_block', ?, false)")
                .param(number / 256)
                .query(row -> {});
        HubDatabase setBack = test.database(Keystore.open(folder, Map.of(), false));
        assertThat(Stream.generate(() -> setBack.keys().number()).limit(300)).doesNotContain(number);
    }
}
