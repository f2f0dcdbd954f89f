package org.unifiedhotline.masterrecords.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.rights.MarkedPeople.MARKS;
import static org.unifiedhotline.masterrecords.rights.MarkedPeople.everything;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.desk.RecentPeople;
import org.unifiedhotline.masterrecords.desk.SavedSearches;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.ingest.Mending;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.resolution.ResolutionCheck;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTask;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Ruling.Refusal;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

@DisplayName("A person who is erased")
class ErasureIT {
    @TempDir
    private Path folder;

    private MarkedPeople people;
    private MasterId girl;

    @BeforeEach
    void marked() {
        people = new MarkedPeople("erasure", folder);
        people.take(everything(1, Origin.INSERT));
        people.take(MarkedPeople.child(1, 50, Origin.UPDATE, "Phường Zẹtđịachỉ mới"));
        people.stewardship.merge(
                people.of("tre_em", 1), people.of("victim", 2), word("steward", "Quyên Zẹtmarkơ both times"));
        girl = people.of("tre_em", 1);
        assertThat(girl).isNotNull().isEqualTo(people.of("victim", 2));
    }

    @AfterEach
    void end() {
        people.close();
    }

    private static Word word(String author, String words) {
        return new Word(author, words);
    }

    private Decision asked() {
        Ruling asked = people.stewardship.erase(girl, false, word("admin", "request of 2026-11-20"));
        assertThat(asked).isInstanceOf(Ruling.Awaiting.class);
        return ((Ruling.Awaiting) asked).decision();
    }

    private void erase() {
        assertThat(people.stewardship.approve(asked().id(), "supervisor")).isInstanceOf(Ruling.InForce.class);
        people.resolve();
    }

    /** A value as written, folded, encoded. */
    private static List<String> forms(String mark) {
        String folded = Normalizer.normalize(mark, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .toLowerCase(Locale.ROOT);
        byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
        return List.of(
                mark,
                mark.toLowerCase(Locale.ROOT),
                folded,
                mark.startsWith("0") ? "+84" + mark.substring(1) : mark,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes));
    }

    private static void assertNothingOfHer(String dump) {
        for (String mark : MARKS) {
            for (String form : forms(mark)) {
                assertThat(dump.lines()
                                .filter(line -> line.toLowerCase(Locale.ROOT).contains(form.toLowerCase(Locale.ROOT))))
                        .as(form)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("is named in no reason of a model, a job, an activation or a sample any more; others' reasons stand")
    void reasonsOfWork() {
        Map<String, String> inserts = Map.of(
                "model_version",
                "INSERT INTO model_version (version, name, file, origin, author, created_at, reason)"
                        + " VALUES ('v' || :id, 'm', '', 'OPERATOR', 'admin', now(), :reason)",
                "model_job",
                "INSERT INTO model_job (job_id, kind, state, author, asked_at, seed, reason)"
                        + " VALUES (:id, 'TRAIN', 'DONE', 'admin', now(), 1, :reason)",
                "model_job_event",
                "INSERT INTO model_job_event (event_id, job_id, happened_at, event, author, reason)"
                        + " VALUES (:id, :id, now(), 'ASKED', 'admin', :reason)",
                "model_activation",
                "INSERT INTO model_activation (activation_id, kind, version, author, asked_at, reason)"
                        + " VALUES (:id, 'ACTIVATE', 'v' || :id, 'admin', now(), :reason)",
                "clerical_sample",
                "INSERT INTO clerical_sample (sample_id, author, drawn_at, model, seed, reason)"
                        + " VALUES (:id, 'admin', now(), 'm', 1, :reason)");
        SealedTexts texts = new SealedTexts(people.hub);
        List<String> tables =
                List.of("model_version", "model_job", "model_job_event", "model_activation", "clerical_sample");
        for (String table : tables) {
            for (long id : List.of(901L, 902L)) {
                people.hub
                        .sql()
                        .sql(inserts.get(table))
                        .param("id", id)
                        .param(
                                "reason",
                                texts.seal(
                                        reasonOf(table, id),
                                        id == 901 ? "because of quyen zetmarko, 0356781234" : "once a month"))
                        .update();
            }
        }

        erase();

        for (String table : tables) {
            assertThat(reason(texts, table, 901)).as(table).isEmpty();
            assertThat(reason(texts, table, 902)).as(table).isEqualTo("once a month");
        }
    }

    private Place reasonOf(String table, long id) {
        return Place.of(
                table + ".reason",
                table.equals("model_version") ? people.hub.keys().hashes().of("v" + id) : id);
    }

    private String reason(SealedTexts texts, String table, long id) {
        String key = switch (table) {
            case "model_version" -> "version = 'v' || ?";
            case "model_job" -> "job_id = ?";
            case "model_job_event" -> "event_id = ?";
            case "model_activation" -> "activation_id = ?";
            default -> "sample_id = ?";
        };
        return people.hub
                .sql()
                .sql("SELECT reason FROM " + table + " WHERE " + key)
                .param(id)
                .query((row, number) -> texts.text(reasonOf(table, id), row.getBytes("reason")))
                .single();
    }

    @Test
    @DisplayName("leaves nothing of any value of hers in any table, and every count as it was")
    void nothingStays() {
        people.notes.add(List.of(1L), "steward", "of somebody else");
        people.notes.add(
                people.hub
                        .sql()
                        .sql("SELECT record_id FROM link WHERE master_id = ?")
                        .param(girl.value())
                        .query(Long.class)
                        .list(),
                "steward",
                "Quyên Zẹtmarkơ says: not so");
        SavedSearches searches = new SavedSearches(people.hub);
        searches.keep("officer", "my search", Map.of("q", List.of("quyen zetmarko")));
        searches.keep("officer", "by telephone", Map.of("q", List.of("+84 35 678 12 34")));
        searches.keep("officer", "the other way round", Map.of("q", List.of("zetmarko em quyen")));
        searches.keep("officer", "by field", Map.of("family", List.of("Quyên"), "given", List.of("Zẹtmarkơ")));
        searches.keep("officer", "by birth", Map.of("q", List.of("quyên 14.2.2011")));
        searches.keep(
                "officer",
                "by birth, as machines write it",
                Map.of("q", List.of("zetmarko"), "born", List.of("2011-02-14")));
        searches.keep("officer", "by case", Map.of("q", List.of("te 2024 000007")));
        searches.keep("officer", "others", Map.of("q", List.of("Trần Thị Lan")));
        searches.keep("officer", "another Quyên", Map.of("q", List.of("quyên 14/03/2011 TE-2024-000009")));
        new RecentPeople(people.hub).opened("officer", girl);
        String before = people.counts();
        assertThat(people.text(girl))
                .contains("Quyên Zẹtmarkơ", "0356781234", "casezet", "narrativezet", "certzet")
                .contains("cửa gatezet", "Nhà Zẹtcơquan", "dịch vụ zẹt", "SHELTER");
        assertThat(before).contains("switchboard:Nhà Zẹtcơquan", "switchboard:Công an huyện");
        assertNothingOfHer(people.dump()); // all of it is sealed

        erase();

        assertNothingOfHer(people.dump());
        assertNothingOfHer(people.kept());
        assertThat(people.kept()).contains("FORCED_MARRIAGE", "MB-24-00001");
        assertThat(people.counts())
                .as("every figure, of an agency that only she was referred to without its name")
                .isEqualTo(before.replace(
                        "value=switchboard:Nhà Zẹtcơquan, label=Nhà Zẹtcơquan", "value=switchboard:?, label=null"));
        assertThat(people.hub
                        .sql()
                        .sql("SELECT count(*) FROM erased_record JOIN source_record USING (record_id)"
                                + " WHERE source_table IN ('chuyen_tuyen', 'referral')")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(people.masters.find(girl)).isInstanceOf(MasterLookup.Gone.class);
        assertThat(people.crosswalk.find(key("tre_em", 1))).isInstanceOf(CrosswalkLookup.Deleted.class);
        assertThat(searches.of("officer")).hasSize(2);
        assertThat(new RecentPeople(people.hub).of("officer")).isEmpty();
        assertThat(people.of("nguoi_goi", 5)).as("her mother").isNotNull();
        assertThat(people.text(people.of("nguoi_goi", 5))).contains("0912345678", "Trần Thị Lan");
        assertThat(people.text(people.of("nguoi_goi", 6))).contains("hỏi đường");
        assertThat(new ResolutionCheck(people.hub, Hub.model()).differences()).isEmpty();
    }

    @Test
    @DisplayName(
            "does not come back when her rows are touched, told again by a snapshot, named by a new call, or get another key")
    void doesNotComeBack() {
        erase();
        String before = people.counts();

        people.take(
                MarkedPeople.child(1, 60, Origin.UPDATE, "Phường Zẹtđịachỉ"),
                MarkedPeople.victim(1, 61, Origin.UPDATE));
        assertNothingOfHer(people.dump());
        assertNothingOfHer(people.kept());
        long switchboard = people.ingest.beginSnapshot(SourceSystem.SWITCHBOARD);
        long hotline = people.ingest.beginSnapshot(SourceSystem.HOTLINE);
        assertThat(switchboard).isEqualTo(hotline);
        people.take(everything(switchboard, Origin.SNAPSHOT));
        people.ingest.completeSnapshot(SourceSystem.SWITCHBOARD, switchboard);
        people.ingest.completeSnapshot(SourceSystem.HOTLINE, hotline);
        people.resolve();
        assertNothingOfHer(people.dump());
        assertThat(people.counts()).isEqualTo(before);

        people.take(MarkedPeople.call(switchboard, 40, 90, Origin.INSERT, null, "0977000111", 7L));
        assertNothingOfHer(people.dump());
        people.take(
                new org.unifiedhotline.mappings.source.SourceChange.RowDeleted(
                        key("tre_em", 1),
                        new SourcePosition(switchboard, 1, 95, 0),
                        java.time.Instant.parse("2024-05-06T07:08:09Z")),
                MarkedPeople.row(
                        "tre_em",
                        77L,
                        switchboard,
                        95,
                        Origin.INSERT,
                        "id",
                        77L,
                        "ho_ten",
                        "Quyên Zẹtmarkơ",
                        "ngay_tao",
                        "2024-05-06T07:08:09"));
        assertNothingOfHer(people.dump());
        assertThat(people.of("tre_em", 77)).isNull();
        assertThat(new ResolutionCheck(people.hub, Hub.model()).differences()).isEmpty();
    }

    @Test
    @DisplayName("is not brought back by a comparison in another process, whose list was read before she was erased")
    void comparedElsewhere() {
        ErasureList others = ErasureList.in(people.hub, folder);
        Mending mending = new Mending(people.hub, new CanonicalMapper()::map, others);
        erase();
        String before = people.counts();

        for (SourceChange change : everything(1, Origin.INSERT)) {
            RowWritten row = (RowWritten) change;
            assertThat(mending.write(row.key(), stood(row.key()), row.row()))
                    .as(row.key().toString())
                    .isEqualTo(Mending.Outcome.MENDED);
        }
        assertNothingOfHer(people.kept());
        assertThat(people.counts()).isEqualTo(before);
        people.take(MarkedPeople.call(1, 41, 90, Origin.INSERT, 6L, "0988777666", null));
        RowWritten call = (RowWritten) MarkedPeople.call(1, 41, 91, Origin.UPDATE, 6L, "0988777666", 7L);
        assertThat(mending.write(call.key(), stood(call.key()), call.row())).isEqualTo(Mending.Outcome.MENDED);
        people.resolve();

        assertNothingOfHer(people.kept());
        assertNothingOfHer(people.dump());
        assertThat(people.text(people.of("nguoi_goi", 5))).contains("Trần Thị Lan");
        assertThat(people.text(people.of("nguoi_goi", 6)))
                .as("who called about her: of a call of which the hub did not know that")
                .contains(key("cuoc_goi", 41).toString())
                .doesNotContain("notezet");
        assertThat(others.contains(key("cuoc_goi", 41))).isTrue();
    }

    /** Where the hub's row stands. */
    private SourcePosition stood(SourceRecordKey key) {
        return people.hub
                .sql()
                .sql("SELECT life, log_file, log_offset, event_row FROM source_record WHERE record_id = ?")
                .param(SourceRecordId.of(key))
                .query((row, number) -> Columns.position(row))
                .single();
    }

    @Test
    @DisplayName("is erased again when the hub is set back to a backup, or begun anew")
    void afterRestore() throws Exception {
        Path elsewhere = Files.createTempDirectory(folder, "none");
        try (MarkedPeople backup = new MarkedPeople("erasure_backup", elsewhere)) {
            backup.take(everything(1, Origin.INSERT));
            erase();
            for (String file : List.of("erasure.key", "erasures.log")) {
                Files.copy(
                        folder.resolve(file),
                        elsewhere.resolve(file),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            try (Restored restored = new Restored(backup, elsewhere)) {
                assertThat(restored.erasures.again()).isPositive();
                backup.resolve();
                assertNothingOfHer(backup.dump());
                assertThat(backup.of("tre_em", 1)).isNull();
                assertThat(backup.of("nguoi_goi", 5)).isNotNull();
                assertThat(restored.erasures.again()).isZero();
            }
        }
        try (MarkedPeople anew = new MarkedPeople("erasure_anew", folder)) {
            anew.take(everything(1, Origin.SNAPSHOT));
            assertNothingOfHer(anew.dump());
            assertThat(anew.of("victim", 2)).isNull();
            assertThat(anew.of("nguoi_goi", 5)).isNotNull();
        }
    }

    /** The service as it starts on a hub that was set back. */
    private static final class Restored implements AutoCloseable {
        private final Erasures erasures;

        Restored(MarkedPeople hub, Path folder) {
            this.erasures = new Erasures(
                    hub.hub,
                    ErasureList.in(hub.hub, folder),
                    new CanonicalMapper()::map,
                    hub.masters,
                    hub.holds,
                    TypedTerms.NONE,
                    java.time.Clock.systemUTC());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Test
    @DisplayName("is so by two people, for ever: not by one alone, and no undo brings anything back")
    void fourEyes() {
        Decision asked = asked();
        assertThat(asked.state()).isEqualTo(DecisionState.AWAITING_APPROVAL);
        assertThat(people.stewardship.approve(asked.id(), "admin-script"))
                .isEqualTo(new Ruling.Refused(new Refusal.OwnDecision()));
        assertThat(people.stewardship.preview(() -> people.stewardship.approve(asked.id(), "supervisor")))
                .isInstanceOf(Ruling.Awaiting.class);
        assertThat(people.masters.find(girl)).isInstanceOf(MasterLookup.Found.class);
        assertThat(people.list.contains(key("tre_em", 1))).isFalse();
        people.stewardship.approve(asked.id(), "supervisor");
        assertThat(people.stewardship.undo(asked.id(), word("admin", "never mind")))
                .isEqualTo(new Ruling.Refused(new Refusal.Irreversible()));
    }

    /** Somebody who called about her, and is found to be herself. */
    private void calledHerself() {
        people.take(
                MarkedPeople.row(
                        "nguoi_goi",
                        20L,
                        1,
                        40,
                        Origin.INSERT,
                        "id",
                        20L,
                        "ho_ten",
                        "Vàng Thị Sính",
                        "ngay_tao",
                        "2024-05-06T07:08:09"),
                MarkedPeople.call(1, 50, 41, Origin.INSERT, 20L, null, 7L));
        settled(people.stewardship.merge(
                girl, people.of("nguoi_goi", 20), word("steward", "casezet, she called herself")));
        girl = people.of("tre_em", 1);
        assertThat(girl).isEqualTo(people.of("nguoi_goi", 20));
    }

    @Test
    @DisplayName("is forgotten by the trail under every id that she ever had")
    void everyId() {
        calledHerself();
        List<MasterId> ever = people.hub
                .sql()
                .sql(
                        "SELECT DISTINCT master_id FROM master_record_history WHERE ? = ANY (members) OR ? = ANY (members)")
                .params(SourceRecordId.of(key("tre_em", 1)), SourceRecordId.of(key("nguoi_goi", 20)))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
        assertThat(ever).hasSize(2);
        erase();
        assertThat(people.forgotten).containsExactlyInAnyOrderElementsOf(ever);
    }

    @Test
    @DisplayName("keeps what a legal hold keeps: refused while she is held, and what is held stays when the rest goes")
    void held() {
        calledHerself();
        List<Long> records = people.hub
                .sql()
                .sql("SELECT record_id FROM link WHERE master_id = ?")
                .param(girl.value())
                .query(Long.class)
                .list();
        assertThat(records).hasSize(3);
        people.notes.add(records, "steward", "Quyên Zẹtmarkơ says: not so");
        people.notes.add(
                List.of(SourceRecordId.of(key("tre_em", 1))), "steward", "Quyên Zẹtmarkơ says: not the child's");
        SavedSearches searches = new SavedSearches(people.hub);
        searches.keep("officer", "by the other name", Map.of("q", List.of("be aliaszet")));
        long asked = question(false);
        LegalHold before = people.holds.set(records, "supervisor", "Quyên Zẹtmarkơ, trial 11/2026");
        people.holds.lift(before.id(), "supervisor", "over");
        LegalHold hold = people.holds.set(
                List.of(SourceRecordId.of(key("victim", 2)), SourceRecordId.of(key("nguoi_goi", 20))),
                "supervisor",
                "trial 12/2026");
        assertThat(people.stewardship.erase(girl, false, word("admin", "request")))
                .isEqualTo(new Ruling.Refused(new Refusal.Held(List.of(hold.id()))));
        List<String> typed = typed(asked);
        assertThat(typed).hasSizeGreaterThan(6);
        Ruling.Awaiting partly =
                (Ruling.Awaiting) people.stewardship.erase(girl, true, word("admin", "request, but for the trial"));
        assertThat(people.erasures.plan(records).typed().values()).containsOnly(0L);
        assertThat(people.stewardship.approve(partly.decision().id(), "supervisor"))
                .isInstanceOf(Ruling.InForce.class);
        people.resolve();
        assertThat(people.of("victim", 2)).isNotNull();
        assertThat(people.of("tre_em", 1)).isNull();
        assertThat(people.text(people.of("victim", 2)))
                .contains("narrativezet")
                .contains("notezet 50")
                .doesNotContain("casezet", "notezet 12");
        people.take(MarkedPeople.call(1, 50, 60, Origin.UPDATE, 20L, null, 7L));
        assertThat(people.text(people.of("victim", 2)))
                .as("told again by its source")
                .contains("notezet 50");
        assertThat(typed(asked)).as("what was typed about her").containsAll(typed);
        assertThat(searches.of("officer")).hasSize(1);
        assertThat(people.forgotten).isEmpty();

        assertThat(people.holds.lift(hold.id(), "supervisor", "over")).isPresent();
        Ruling.Awaiting rest =
                (Ruling.Awaiting) people.stewardship.erase(people.of("victim", 2), false, word("admin", "request"));
        people.stewardship.approve(rest.decision().id(), "supervisor");
        people.resolve();
        assertNothingOfHer(people.dump());
        assertNothingOfHer(people.kept());
        assertNothingOfHer(String.join("\n", typed(asked)));
        assertThat(searches.of("officer"))
                .as("found by a name that only the child's row had")
                .isEmpty();
        assertThat(people.forgotten).contains(girl);
    }

    @Test
    @DisplayName(
            "keeps what a legal hold keeps in every instance: where another captures, and where another erases the rest")
    void heldElsewhere() {
        calledHerself();
        SavedSearches searches = new SavedSearches(people.hub);
        searches.keep("officer", "by the other name", Map.of("q", List.of("be aliaszet")));
        LegalHold hold = people.holds.set(
                List.of(SourceRecordId.of(key("victim", 2)), SourceRecordId.of(key("nguoi_goi", 20))),
                "supervisor",
                "trial 12/2026");
        Ingest capturing =
                new Ingest(people.hub, new CanonicalMapper()::map, people.states, ErasureList.in(people.hub, folder));
        Restored erasing = new Restored(people, folder);
        Ruling.Awaiting partly =
                (Ruling.Awaiting) people.stewardship.erase(girl, true, word("admin", "request, but for the trial"));
        people.stewardship.approve(partly.decision().id(), "supervisor");
        people.resolve();

        capturing.ingest(SourceSystem.SWITCHBOARD, List.of(MarkedPeople.call(1, 50, 60, Origin.UPDATE, 20L, null, 7L)));
        people.resolve();
        assertThat(people.text(people.of("victim", 2))).contains("notezet 50").doesNotContain("casezet", "notezet 12");

        people.holds.lift(hold.id(), "supervisor", "over");
        people.hub.write(
                () -> erasing.erasures.erase(hold.records(), partly.decision().id()));
        people.resolve();
        assertNothingOfHer(people.kept());
        assertThat(searches.of("officer"))
                .as("found by a name that only the child's row had")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "takes no word away about whom she was once held for, while a hold keeps that person; all of them when it is erased too")
    void formerFellowHeld() {
        calledHerself();
        MasterId one = girl;
        Instant joined = Instant.now();
        SourceRecordKey caller = key("nguoi_goi", 20);
        List<Long> both = List.of(SourceRecordId.of(key("tre_em", 1)), SourceRecordId.of(caller));
        people.notes.add(both, "steward", "Quyên Zẹtmarkơ and Vàng Thị Sính say: one");
        LegalHold before = people.holds.set(both, "supervisor", "Quyên Zẹtmarkơ, or Vàng Thị Sính, trial 11/2026");
        people.holds.lift(before.id(), "supervisor", "over");
        settled(people.stewardship.split(
                girl, List.of(caller), word("steward", "Quyên Zẹtmarkơ is not Vàng Thị Sính")));
        people.resolve();
        girl = people.of("tre_em", 1);
        MasterId woman = people.of("nguoi_goi", 20);
        assertThat(woman).isNotNull().isNotEqualTo(girl);
        people.take(MarkedPeople.row(
                "caller",
                41L,
                1,
                86,
                Origin.INSERT,
                "caller_id",
                41L,
                "full_name",
                "Vàng Thị Sính",
                "created_at",
                "2024-05-06T07:08:09Z"));
        assertThat(people.of("caller", 41)).as("the woman, of the other line").isEqualTo(woman);
        people.notes.add(List.of(SourceRecordId.of(caller)), "steward", "the woman says: not so");
        people.notes.add(List.of(SourceRecordId.of(key("tre_em", 1))), "steward", "the girl says: not so");
        LegalHold hold = people.holds.set(List.of(SourceRecordId.of(key("caller", 41))), "supervisor", "trial");
        List<String> typed = typed(0);
        String hers = "the girl says: not so";
        assertThat(typed).hasSize(7).contains(hers);

        erase();

        assertThat(people.held.test(one, joined)).as("about both at once").isTrue();
        assertThat(people.held.test(woman, Instant.now())).as("about the woman").isTrue();
        assertThat(people.held.test(girl, Instant.now())).as("about the girl").isFalse();
        assertThat(people.forgotten).contains(girl, one);
        assertThat(typed(0))
                .as("what tells of the woman too")
                .containsAll(typed.stream().filter(text -> !text.equals(hers)).toList())
                .as("what tells of the girl alone")
                .doesNotContain(hers);

        assertThat(people.erasures.lift(hold.id(), "supervisor", "over")).isPresent();
        assertThat(typed(0))
                .as("words, which are about the woman too")
                .containsAll(typed.stream()
                        .filter(text -> !text.equals(hers) && !text.equals("trial"))
                        .toList());
        assertThatThrownBy(() -> ErasureList.none(people.hub))
                .as("a list that knows of nobody, of a hub from which people were erased")
                .hasMessageContaining("unified-hotline.audit.folder");
        Ruling.Awaiting rest =
                (Ruling.Awaiting) people.stewardship.erase(people.of("nguoi_goi", 20), false, word("admin", "request"));
        people.stewardship.approve(rest.decision().id(), "supervisor");
        assertThat(String.join("\n", typed(0))).doesNotContain("Zẹtmarkơ", "Sính", "woman", "girl");
    }

    @Test
    @DisplayName(
            "leaves what was shown in asking about her and somebody held, who once was one person with her, until the last such hold is lifted")
    void shownOfHeld() {
        long task = question(true);
        assertThat(people.of("caller", 40)).as("one person for a while").isEqualTo(people.of("tre_em", 1));
        settled(people.stewardship.split(
                people.of("tre_em", 1), List.of(key("caller", 40)), word("steward", "Quyên Zẹtmarkơ is two")));
        people.resolve();
        girl = people.of("tre_em", 1);
        assertThat(people.of("caller", 40)).isNotNull().isNotEqualTo(girl);
        List<Long> held = List.of(SourceRecordId.of(key("caller", 40)));
        LegalHold hold = people.holds.set(held, "supervisor", "trial");
        LegalHold other = people.holds.set(held, "supervisor", "another trial");
        List<String> words = typed(0);
        assertThat(typed(task)).hasSize(words.size() + 1);

        assertThat(people.stewardship.approve(asked().id(), "supervisor")).isInstanceOf(Ruling.InForce.class);

        assertThat(people.erasures.lift(other.id(), "supervisor", "over")).isPresent();
        assertThat(typed(task)).as("the first still holds").hasSize(typed(0).size() + 1);
        assertThat(people.erasures.lift(hold.id(), "supervisor", "over")).isPresent();
        assertThat(people.erasures.lift(hold.id(), "supervisor", "over"))
                .as("a second time")
                .isEmpty();
        assertThat(typed(task))
                .as("words stay: they are about somebody who stands, too")
                .isEqualTo(typed(0))
                .contains("Quyên Zẹtmarkơ is another", "Quyên Zẹtmarkơ is two");
        people.resolve();
        assertThat(people.of("caller", 40)).isNotNull();
    }

    private void settled(Ruling ruling) {
        Ruling done = ruling instanceof Ruling.Awaiting waits
                ? people.stewardship.approve(waits.decision().id(), "supervisor")
                : ruling;
        assertThat(done).isInstanceOf(Ruling.InForce.class);
    }

    /** Somebody of her name is asked about, and answered, with words. */
    private long question(boolean same) {
        people.take(MarkedPeople.row(
                "caller",
                40L,
                1,
                85,
                Origin.INSERT,
                "caller_id",
                40L,
                "full_name",
                "Quyên Zẹtmarkơ",
                "birth_year",
                2009L,
                "created_at",
                "2024-05-06T07:08:09Z"));
        ReviewTask task = people.reviewTasks.page(TaskState.OPEN, null, null, 10).tasks().stream()
                .map(ReviewTasks.Opened::task)
                .findFirst()
                .orElseThrow();
        people.reviewTasks.claim(task.id(), "steward", java.time.Duration.ofMinutes(5));
        people.reviewTasks.comment(task.id(), "steward", "Quyên Zẹtmarkơ is another");
        ReviewTask claimed = people.reviewTasks.find(task.id()).orElseThrow().task();
        people.stewardship.answer(
                claimed.id(), claimed.version(), same, word("steward", "Quyên Zẹtmarkơ, not aliaszet"));
        people.resolve();
        return task.id();
    }

    /** Everything that was typed about her and can be read: reasons, notes, corrections, evidence, why there were holds. */
    private List<String> typed(long task) {
        SealedTexts texts = new SealedTexts(people.hub);
        List<String> typed = new ArrayList<>();
        for (var column : Map.of(
                        "decision",
                        "reason FROM decision ORDER BY decision_id",
                        "review_note",
                        "words FROM review_note ORDER BY note_id",
                        "correction_note",
                        "words FROM correction_note ORDER BY note_id",
                        "legal_hold",
                        "reason FROM legal_hold ORDER BY hold_id")
                .entrySet()) {
            String name = column.getValue().split(" ")[0];
            String id = column.getValue().replaceAll(".* ", "");
            people.hub.sql().sql("SELECT " + id + ", " + column.getValue()).query(row -> {
                texts.open(Place.of(column.getKey() + "." + name, row.getLong(id)), row.getBytes(name))
                        .filter(text -> !text.isEmpty())
                        .ifPresent(typed::add);
            });
        }
        people.hub
                .sql()
                .sql("SELECT task_version, shown FROM review_evidence WHERE task_id = ?")
                .param(task)
                .query(row -> {
                    texts.open(
                                    Place.of("review_evidence.shown", task, row.getLong("task_version")),
                                    row.getBytes("shown"))
                            .filter(text -> !text.isEmpty())
                            .ifPresent(typed::add);
                });
        return typed;
    }

    @Test
    @DisplayName("was told of in a preview: what goes, what stays, what people typed")
    void plan() {
        ErasurePlan plan = people.erasures.plan(people.hub
                .sql()
                .sql("SELECT record_id FROM link WHERE master_id = ?")
                .param(girl.value())
                .query(Long.class)
                .list());
        assertThat(plan.people()).containsExactly(key("victim", 2), key("tre_em", 1));
        assertThat(plan.others())
                .containsExactlyInAnyOrder(
                        key("ca_can_thiep", 7),
                        key("cuoc_goi", 10),
                        key("cuoc_goi", 12),
                        key("qms_danh_gia", 13),
                        key("case_file", "MB-24-00001"),
                        key("return_record", 14),
                        key("call", MarkedPeople.CALL),
                        key("chuyen_tuyen", 15),
                        key("chuyen_tuyen", 16),
                        key("referral", 18));
        assertThat(plan.held()).isEmpty();
        assertThat(plan.casesOfOthers()).isEmpty();
    }
}
