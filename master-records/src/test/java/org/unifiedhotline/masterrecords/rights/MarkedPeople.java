package org.unifiedhotline.masterrecords.rights;

import static java.util.Map.entry;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.Changes;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.TestHub;
import org.unifiedhotline.masterrecords.assignment.StewardsReader;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.figures.Figure;
import org.unifiedhotline.masterrecords.figures.Figures;
import org.unifiedhotline.masterrecords.figures.Slice;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.keys.DataKey;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.SurvivorshipReader;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;

/**
 * Rows as both legacy systems write them, of a girl whom both know, in which every value is marked, her mother, who called about her,
 * and a neighbour; in a hub with a list of erased records in a folder.
 */
final class MarkedPeople implements AutoCloseable {
    /** The girl's values, as written; none occurs anywhere else. */
    static final List<String> MARKS = List.of(
            "Quyên Zẹtmarkơ",
            "0356781234",
            "079312004567",
            "Phường Zẹtđịachỉ",
            "notezet",
            "casezet",
            "narrativezet",
            "certzet",
            "reviewzet",
            "aliaszet",
            "deadzet",
            "gatezet",
            "Nhà Zẹtcơquan",
            "dịch vụ zẹt",
            "criterionzet",
            "0977000111",
            "dì Zẹtdì",
            "zẹtlang",
            "zẹtloại");

    static final String CALL = "0f4d9c1e-9014-4c55-8f20-9b6e1a2c9014";

    /** Every column of the legacy tables, in their order: a captured row has them all. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            entry(
                    "nguoi_goi",
                    "id ho_ten dien_thoai gioi_tinh nam_sinh ma_tinh quan_huyen xa_phuong dia_chi dan_toc ghi_chu ngay_tao ngay_sua"),
            entry(
                    "tre_em",
                    "id ho_ten ten_goi_khac ngay_sinh tuoi_khai gioi_tinh so_khai_sinh so_dinh_danh ma_tinh quan_huyen xa_phuong"
                            + " dan_toc ho_ten_cha ho_ten_me dien_thoai_gd tre_khuyet_tat ngay_tao ngay_sua"),
            entry(
                    "ca_can_thiep",
                    "id ma_ca id_tre_em id_nguoi_bao quan_he loai_vu_viec muc_do trang_thai ngay_mo ngay_dong tom_tat"),
            entry(
                    "cuoc_goi",
                    "id thoi_gian kenh so_goi_den id_nguoi_goi ma_tdv trung_tam thoi_luong loai ma_linh_vuc id_ca vi_do kinh_do"
                            + " noi_dung"),
            entry(
                    "call",
                    "call_id received_at channel caller_number caller_id counsellor centre language duration_s outcome case_no lat"
                            + " lon summary"),
            entry(
                    "caller",
                    "caller_id full_name phone_1 phone_2 sex birth_year province_name district_name relation_to_victim created_at"
                            + " updated_at"),
            entry("qms_danh_gia", "id id_cuoc_goi nguoi_cham diem tieu_chi nhan_xet ngay_cham"),
            entry(
                    "victim",
                    "victim_id family_name middle_and_given_name aliases dob dob_precision sex id_type id_number nationality"
                            + " ethnicity home_province home_district home_commune phone guardian_name guardian_phone"
                            + " consent_to_share created_at updated_at"),
            entry(
                    "case_file",
                    "case_no victim_id reported_by opened_on closed_on status exploitation means destination_country"
                            + " recruited_in_province narrative"),
            entry(
                    "return_record",
                    "return_id victim_id returned_on kind border_gate handed_over_by receiving_agency screened_as certificate_no"),
            entry("chuyen_tuyen", "id id_ca don_vi_nhan loai_don_vi ma_tinh dich_vu ngay_chuyen ngay_phan_hoi ket_qua"),
            entry("referral", "referral_id case_no agency_code service referred_on responded_on outcome satisfaction"));

    final TestHub database;
    final HubDatabase hub;
    final ErasureList list;
    final Ingest ingest;
    final Resolver resolver;
    final MasterRecords masters;
    final Crosswalk crosswalk;
    final LegalHolds holds;
    final CorrectionNotes notes;
    final Erasures erasures;
    final ReviewTasks reviewTasks;
    final Stewardship stewardship;
    final CaptureStates states;
    /** Master records of which the trail was told to forget what was typed about them. */
    final Set<MasterId> forgotten = new HashSet<>();

    /** Whether the trail was told last to keep what was typed about a master record at a time. */
    BiPredicate<MasterId, Instant> held = (master, time) -> false;

    private final RowMapping mapping = new CanonicalMapper()::map;

    /** @param folder of the list outside the hub; what stands there of an earlier hub holds */
    MarkedPeople(String name, Path folder) {
        this.database = TestHub.create(name);
        this.hub = database.database();
        hub.write(() -> new ResolutionPhase(hub).moveTo(Phase.INCREMENTAL));
        var model = Hub.model();
        var clock = java.time.Clock.systemUTC();
        this.masters = new MasterRecords(hub, SurvivorshipReader.read(Hub.resource("config/survivorship.yaml")));
        this.list = ErasureList.in(hub, folder);
        this.holds = new LegalHolds(hub, clock);
        this.notes = new CorrectionNotes(hub, clock);
        this.erasures = new Erasures(hub, list, mapping, masters, holds, this::forget, clock);
        this.states = new CaptureStates(hub);
        this.ingest = new Ingest(hub, mapping, states, list);
        this.resolver = new Resolver(hub, model, 100, Duration.ZERO);
        this.crosswalk = new Crosswalk(hub);
        Evidence evidence = new Evidence(hub, model);
        this.reviewTasks =
                new ReviewTasks(hub, evidence, StewardsReader.read(Hub.resource("config/stewards.yaml")), clock);
        this.stewardship = new Stewardship(hub, new Reclustering(hub, model), evidence, reviewTasks, erasures, clock);
        resolve();
    }

    private int forget(
            Predicate<String> tells, Collection<MasterId> masters, BiPredicate<MasterId, Instant> held, String order) {
        forgotten.addAll(masters);
        this.held = held;
        return 0;
    }

    static SourceChange row(String table, Object id, long life, long offset, Origin origin, Object... columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : COLUMNS.get(table).split(" ")) {
            values.put(name, null);
        }
        for (int at = 0; at < columns.length; at += 2) {
            values.put((String) columns[at], columns[at + 1]);
        }
        return new RowWritten(
                key(table, id),
                new SourcePosition(life, 1, offset, 0),
                origin,
                org.unifiedhotline.mappings.source.SourceRow.of(values),
                Instant.parse("2024-05-06T07:08:09Z").plusMillis(offset));
    }

    /** The girl's row on the switchboard; touched, it holds another note of where she lives. */
    static SourceChange child(long life, long offset, Origin origin, String commune) {
        return row(
                "tre_em",
                1L,
                life,
                offset,
                origin,
                "id",
                1L,
                "ho_ten",
                "Quyên Zẹtmarkơ",
                "ten_goi_khac",
                "bé aliaszet",
                "ngay_sinh",
                "14/02/2011",
                "gioi_tinh",
                2L,
                "so_dinh_danh",
                "079312004567",
                "ma_tinh",
                "01",
                "xa_phuong",
                commune,
                "dien_thoai_gd",
                "0356781234",
                "ngay_tao",
                "2024-05-06T07:08:09");
    }

    static SourceChange victim(long life, long offset, Origin origin) {
        return row(
                "victim",
                2L,
                life,
                offset,
                origin,
                "victim_id",
                2L,
                "family_name",
                "Quyên",
                "middle_and_given_name",
                "Zẹtmarkơ",
                "aliases",
                List.of("aliaszet"),
                "dob",
                "2011-02-14",
                "dob_precision",
                "D",
                "sex",
                "F",
                "id_type",
                "CCCD",
                "id_number",
                "079312004567",
                "phone",
                "0356781234",
                "consent_to_share",
                true,
                "created_at",
                "2024-05-06T07:08:09Z");
    }

    static SourceChange mother(long life, long offset, Origin origin) {
        return row(
                "nguoi_goi",
                5L,
                life,
                offset,
                origin,
                "id",
                5L,
                "ho_ten",
                "Trần Thị Lan",
                "dien_thoai",
                "0912345678",
                "gioi_tinh",
                2L,
                "nam_sinh",
                1985L,
                "ngay_tao",
                "2024-05-06T07:08:09");
    }

    static SourceChange call(long life, long id, long offset, Origin origin, Long caller, String number, Long about) {
        return row(
                "cuoc_goi",
                id,
                life,
                offset,
                origin,
                "id",
                id,
                "thoi_gian",
                "2024-05-06T07:08:09",
                "kenh",
                "GOI",
                "so_goi_den",
                number,
                "id_nguoi_goi",
                caller,
                "ma_tdv",
                3L,
                "trung_tam",
                "HN",
                "thoi_luong",
                60L,
                "loai",
                "CAN_THIEP",
                "ma_linh_vuc",
                about == null ? "BLGD" : "zettopic",
                "id_ca",
                about,
                "noi_dung",
                about == null ? "hỏi đường" : "notezet " + id);
    }

    /** A referral of a case to what somebody wrote. */
    private static SourceChange referral(long id, long about, String agency, long life, long offset, Origin origin) {
        return row(
                "chuyen_tuyen",
                id,
                life,
                offset,
                origin,
                "id",
                id,
                "id_ca",
                about,
                "don_vi_nhan",
                agency,
                "loai_don_vi",
                "CONG_AN",
                "ma_tinh",
                "01",
                "dich_vu",
                about == 7 ? "dịch vụ zẹt" : "khác",
                "ngay_chuyen",
                "2024-05-08",
                "ket_qua",
                "HOAN_THANH");
    }

    static List<SourceChange> everything(long life, Origin origin) {
        List<SourceChange> all = new ArrayList<>(List.of(
                child(life, 21, origin, "Phường Zẹtđịachỉ"),
                victim(life, 22, origin),
                mother(life, 23, origin),
                row(
                        "nguoi_goi",
                        6L,
                        life,
                        24,
                        origin,
                        "id",
                        6L,
                        "ho_ten",
                        "Lý A Sáng",
                        "dien_thoai",
                        "0988777666",
                        "ngay_tao",
                        "2024-05-06T07:08:09"),
                row(
                        "ca_can_thiep",
                        7L,
                        life,
                        25,
                        origin,
                        "id",
                        7L,
                        "ma_ca",
                        "TE-2024-000007",
                        "id_tre_em",
                        1L,
                        "id_nguoi_bao",
                        5L,
                        "quan_he",
                        "me",
                        "loai_vu_viec",
                        "zẹtloại vụ",
                        "muc_do",
                        1L,
                        "trang_thai",
                        "MO",
                        "ngay_mo",
                        "2024-05-06",
                        "tom_tat",
                        "casezet"),
                row( // nobody understands how urgent it is: a dead letter
                        "ca_can_thiep",
                        8L,
                        life,
                        25,
                        origin,
                        "id",
                        8L,
                        "ma_ca",
                        "TE-2024-000008",
                        "id_tre_em",
                        1L,
                        "loai_vu_viec",
                        "BAO_LUC",
                        "muc_do",
                        "khẩn",
                        "trang_thai",
                        "MO",
                        "ngay_mo",
                        "2024-05-06",
                        "tom_tat",
                        "deadzet"),
                call(life, 10, 26, origin, 5L, "0912345678", 7L),
                call(life, 11, 27, origin, 6L, "0988777666", null),
                call(life, 12, 28, origin, null, "0977000111", 7L),
                row(
                        "qms_danh_gia",
                        13L,
                        life,
                        29,
                        origin,
                        "id",
                        13L,
                        "id_cuoc_goi",
                        10L,
                        "nguoi_cham",
                        4L,
                        "diem",
                        new java.math.BigDecimal("81.5"),
                        "tieu_chi",
                        "{\"Criterionzet\": 18}",
                        "nhan_xet",
                        "reviewzet",
                        "ngay_cham",
                        "2024-05-07T07:08:09"),
                row(
                        "case_file",
                        "MB-24-00001",
                        life,
                        30,
                        origin,
                        "case_no",
                        "MB-24-00001",
                        "victim_id",
                        2L,
                        "opened_on",
                        "2024-05-06",
                        "status",
                        "ASSISTING",
                        "exploitation",
                        List.of("FORCED_MARRIAGE", "bị dì Zẹtdì ở Bát Xát bán"),
                        "destination_country",
                        "CN",
                        "narrative",
                        "narrativezet"),
                row(
                        "return_record",
                        14L,
                        life,
                        31,
                        origin,
                        "return_id",
                        14L,
                        "victim_id",
                        2L,
                        "returned_on",
                        "2024-06-01",
                        "kind",
                        "RESCUED",
                        "border_gate",
                        "cửa gatezet",
                        "certificate_no",
                        "certzet",
                        "screened_as",
                        "VICTIM"),
                row(
                        "call",
                        CALL,
                        life,
                        31,
                        origin,
                        "call_id",
                        CALL,
                        "received_at",
                        "2024-05-06T07:08:09Z",
                        "channel",
                        "VOICE",
                        "centre",
                        "HANOI",
                        "language",
                        "tiếng zẹtlang",
                        "outcome",
                        "CASE",
                        "case_no",
                        "MB-24-00001"),
                referral(15, 7, "Nhà Zẹtcơquan", life, 32, origin),
                referral(16, 7, "Công an huyện", life, 33, origin),
                row(
                        "ca_can_thiep",
                        9L,
                        life,
                        34,
                        origin,
                        "id",
                        9L,
                        "ma_ca",
                        "TE-2024-000009",
                        "id_tre_em",
                        99L,
                        "loai_vu_viec",
                        "BAO_LUC",
                        "muc_do",
                        1L,
                        "trang_thai",
                        "MO",
                        "ngay_mo",
                        "2024-05-06"),
                referral(17, 9, "Công an huyện", life, 35, origin),
                row(
                        "referral",
                        18L,
                        life,
                        36,
                        origin,
                        "referral_id",
                        18L,
                        "case_no",
                        "MB-24-00001",
                        "agency_code",
                        "CA-01",
                        "service",
                        "SHELTER",
                        "referred_on",
                        "2024-05-08",
                        "outcome",
                        "COMPLETED",
                        "satisfaction",
                        4L)));
        return all;
    }

    void take(SourceChange... changes) {
        take(Arrays.asList(changes));
    }

    void take(List<SourceChange> changes) {
        Map<SourceSystem, List<SourceChange>> bySystem = new TreeMap<>();
        changes.forEach(change -> bySystem.computeIfAbsent(change.table().system(), unseen -> new ArrayList<>())
                .add(change));
        bySystem.forEach(ingest::ingest);
        resolve();
    }

    void resolve() {
        while (resolver.resolveNext() > 0) {
            // goes on
        }
    }

    MasterId of(String table, Object id) {
        Map<String, MasterId> links = new TreeMap<>();
        crosswalk.stream(
                EnumSet.allOf(SourceSystem.class),
                entry ->
                        links.put(entry.key().table().name() + "/" + entry.key().localId(), entry.masterId()));
        return links.get(table + "/" + id);
    }

    /** A person's file as it is read, opened. */
    String text(MasterId id) {
        return CanonicalJson.text(
                java.util.Objects.requireNonNull(masters.load(List.of(id)).get(id)));
    }

    /** What is kept of erased rows, opened. */
    String kept() {
        StringBuilder kept = new StringBuilder();
        hub.sql()
                .sql("SELECT record_id, raw, canonical FROM erased_record JOIN source_record USING (record_id)")
                .query(row -> {
                    long id = row.getLong("record_id");
                    DataKey key = hub.keys().of(List.of(id)).get(id);
                    for (var column : List.of(SealedRows.raw(id), SealedRows.canonical(id))) {
                        byte[] sealed = row.getBytes(column.equals(SealedRows.raw(id)) ? "raw" : "canonical");
                        if (key != null && sealed != null) {
                            kept.append(key.open(column, sealed)).append('\n');
                        }
                    }
                });
        return kept.toString();
    }

    /** Everything that the hub holds, as text: every row of every table. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        for (var table : database.rows("SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name"
                + " FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                + " AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1")) {
            String name = String.valueOf(table.get("name"));
            hub.sql()
                    .sql("SELECT t::text FROM " + name + " t")
                    .query(String.class)
                    .list()
                    .forEach(line -> dump.append(name).append(' ').append(line).append('\n'));
        }
        return dump.toString();
    }

    /** Every figure of the office, and the figures of every table. */
    String counts() {
        Slice all = new Slice(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31), null);
        Figures figures = new Figures(hub);
        StringBuilder counts = new StringBuilder();
        for (Figure figure : Figure.values()) {
            counts.append(figure)
                    .append(' ')
                    .append(figures.count(figure, all).cells())
                    .append('\n');
        }
        counts.append(database.rows(
                "SELECT source_system, source_table, live, mapped, dead_lettered FROM table_count" + " ORDER BY 1, 2"));
        return counts.toString();
    }

    static SourceChange deleted(String table, Object id, long offset) {
        return Changes.deleted(table, id, offset);
    }

    @Override
    public void close() {
        database.close();
    }
}
