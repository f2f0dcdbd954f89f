package org.unifiedhotline.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.searchindex.indexing.IndexLife;
import org.unifiedhotline.searchindex.indexing.Indexer;

/**
 * A few rows of both systems, taken in as a first load and then changed: a girl of whom both systems tell (the same
 * 12-digit number, name and birth), her mother who called, an anonymous caller, a caller who was deleted, and a caller of
 * the hotline whose name was corrected.
 */
final class SmallWorld {
    static final SourceRecordKey GIRL = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "7");
    static final SourceRecordKey VICTIM = SourceRecordKey.of(SourceSystem.HOTLINE, "victim", "70");
    static final SourceRecordKey MOTHER = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", "1");
    static final SourceRecordKey ANONYMOUS = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", "2");
    static final SourceRecordKey DELETED = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", "3");
    static final SourceRecordKey HOTLINE_CALLER = SourceRecordKey.of(SourceSystem.HOTLINE, "caller", "30");

    static final SourceRecordKey POSSIBLE_CHILD = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "80");
    static final SourceRecordKey POSSIBLE_VICTIM = SourceRecordKey.of(SourceSystem.HOTLINE, "victim", "81");

    /** Where each log ends once everything is taken in. */
    static final long END = 900;

    private static final AtomicInteger ROWS = new AtomicInteger();
    private static final Instant COMMITTED = Instant.parse("2026-11-20T02:00:00Z");

    private SmallWorld() {}

    static void load(ApplicationContext service) {
        Ingest ingest = service.getBean(Ingest.class);
        long switchboard = ingest.beginSnapshot(SourceSystem.SWITCHBOARD);
        ingest.ingest(SourceSystem.SWITCHBOARD, switchboardRows(switchboard));
        ingest.ingest(SourceSystem.SWITCHBOARD, snapshot(switchboard, OfficeWorld.SWITCHBOARD));
        ingest.completeSnapshot(SourceSystem.SWITCHBOARD, switchboard);
        long hotline = ingest.beginSnapshot(SourceSystem.HOTLINE);
        ingest.ingest(SourceSystem.HOTLINE, hotlineRows(hotline));
        ingest.ingest(SourceSystem.HOTLINE, snapshot(hotline, OfficeWorld.HOTLINE));
        ingest.completeSnapshot(SourceSystem.HOTLINE, hotline);
        settle(service);
        ingest.ingest(
                SourceSystem.SWITCHBOARD,
                List.of(new SourceChange.RowDeleted(DELETED, new SourcePosition(switchboard, 1, END, 0), COMMITTED)));
        ingest.ingest(
                SourceSystem.HOTLINE,
                List.of(written(HOTLINE_CALLER, hotline, END, Origin.UPDATE, hotlineCaller("Trần Văn Tâm"))));
        settle(service);
    }

    /** Twice two children who may be one, with the same evidence level by level: the same name, no more. */
    static void addChildrenAlike(ApplicationContext service) {
        service.getBean(Ingest.class)
                .ingest(
                        SourceSystem.SWITCHBOARD,
                        List.of(
                                child("90", "Trần Thị Hoa", null, "0912777111"),
                                child("91", "Trần Thị Hoa", "2009", null),
                                child("92", "Lê Thị Hoa", null, "0912777222"),
                                child("93", "Lê Thị Hoa", "2009", null)));
        settle(service);
    }

    static void removeChildrenAlike(ApplicationContext service) {
        SourcePosition later = later();
        service.getBean(Ingest.class)
                .ingest(
                        SourceSystem.SWITCHBOARD,
                        Stream.of("90", "91", "92", "93")
                                .map(id -> SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", id))
                                .<SourceChange>map(key -> new SourceChange.RowDeleted(key, later, COMMITTED))
                                .toList());
        settle(service);
    }

    /** A child of whom nobody else tells, under a key of its own each time: what is erased once does not come back. */
    static void addChildToErase(ApplicationContext service, String id, String name, String telephoneOfFamily) {
        service.getBean(Ingest.class)
                .ingest(SourceSystem.SWITCHBOARD, List.of(child(id, name, "2012", telephoneOfFamily)));
        settle(service);
    }

    /**
     * A child who may be another one, both of a common name, whose mother called and reported a case.
     *
     * @param called how the child is also called
     * @param mother name of the mother
     */
    static void addChildWithMother(ApplicationContext service, String id, String called, String mother) {
        SourceChange.RowWritten alike = child(id + "1", "Lê Thị Hoa", "2009", null);
        SourceChange.RowWritten child = child(id, "Lê Thị Hoa", null, "0912777" + id);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(child.row().columns());
        columns.put("ten_goi_khac", called);
        service.getBean(Ingest.class)
                .ingest(
                        SourceSystem.SWITCHBOARD,
                        List.of(
                                alike,
                                written(child.key(), later(), Origin.INSERT, columns),
                                written(
                                        SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", id),
                                        later(),
                                        Origin.INSERT,
                                        caller(mother, "0912777" + id, 2)),
                                written(
                                        SourceRecordKey.of(SourceSystem.SWITCHBOARD, "ca_can_thiep", id),
                                        later(),
                                        Origin.INSERT,
                                        row(
                                                "ma_ca", "TE-2026-000" + id,
                                                "id_tre_em", Long.valueOf(id),
                                                "id_nguoi_bao", Long.valueOf(id),
                                                "quan_he", "me",
                                                "loai_vu_viec", "MUA_BAN",
                                                "muc_do", 1L,
                                                "trang_thai", "DONG",
                                                "ngay_mo", "2026-03-09",
                                                "ngay_dong", "2026-05-01",
                                                "tom_tat", "Mẹ tìm con."))));
        settle(service);
    }

    static void removeChildWithMother(ApplicationContext service, String id) {
        SourcePosition later = later();
        service.getBean(Ingest.class)
                .ingest(
                        SourceSystem.SWITCHBOARD,
                        Stream.of("ca_can_thiep/" + id, "nguoi_goi/" + id, "tre_em/" + id, "tre_em/" + id + "1")
                                .map(row -> row.split("/", -1))
                                .map(row -> SourceRecordKey.of(SourceSystem.SWITCHBOARD, row[0], row[1]))
                                .<SourceChange>map(key -> new SourceChange.RowDeleted(key, later, COMMITTED))
                                .toList());
        settle(service);
    }

    /** New rows, by table and id. */
    static void insert(
            ApplicationContext service, SourceSystem system, Map<String, Map<String, @Nullable Object>> rows) {
        service.getBean(Ingest.class)
                .ingest(
                        system,
                        rows.entrySet().stream()
                                .<SourceChange>map(row -> {
                                    String[] key = row.getKey().split("/", -1);
                                    return written(
                                            SourceRecordKey.of(system, key[0], key[1]),
                                            later(),
                                            Origin.INSERT,
                                            row.getValue());
                                })
                                .toList());
        settle(service);
    }

    /** Rows of one system go. */
    static void delete(ApplicationContext service, List<SourceRecordKey> keys) {
        SourcePosition later = later();
        service.getBean(Ingest.class)
                .ingest(
                        keys.getFirst().system(),
                        keys.stream()
                                .<SourceChange>map(key -> new SourceChange.RowDeleted(key, later, COMMITTED))
                                .toList());
        settle(service);
    }

    /** The row goes at its source. */
    static void removeChild(ApplicationContext service, String id) {
        SourceRecordKey key = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", id);
        service.getBean(Ingest.class)
                .ingest(SourceSystem.SWITCHBOARD, List.of(new SourceChange.RowDeleted(key, later(), COMMITTED)));
        settle(service);
    }

    private static SourceChange.RowWritten child(
            String id, String name, @Nullable String birth, @Nullable String telephoneOfFamily) {
        return written(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", id),
                later(),
                Origin.INSERT,
                childRow("ho_ten", name, "ngay_sinh", birth, "dien_thoai_gd", telephoneOfFamily));
    }

    /** A girl's row of the switchboard, of whom nothing else is known. */
    static Map<String, @Nullable Object> childRow(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> child = row(
                "ho_ten", null,
                "ten_goi_khac", null,
                "ngay_sinh", null,
                "tuoi_khai", null,
                "gioi_tinh", 2L,
                "so_khai_sinh", null,
                "so_dinh_danh", null,
                "ma_tinh", null,
                "quan_huyen", null,
                "xa_phuong", null,
                "dan_toc", null,
                "ho_ten_cha", null,
                "ho_ten_me", null,
                "dien_thoai_gd", null,
                "tre_khuyet_tat", 0L,
                "ngay_tao", "2021-03-09T17:04:05",
                "ngay_sua", null);
        child.putAll(row(namesAndValues));
        return child;
    }

    /** A woman's row of the hotline, of whom nothing else is known. */
    static Map<String, @Nullable Object> victimRow(String middleAndGivenName, boolean consents) {
        return row(
                "family_name", "Lò",
                "middle_and_given_name", middleAndGivenName,
                "aliases", List.of(),
                "dob", "1999-01-01",
                "dob_precision", "Y",
                "sex", "F",
                "id_type", null,
                "id_number", null,
                "nationality", "VN",
                "ethnicity", null,
                "home_province", null,
                "home_district", null,
                "home_commune", null,
                "phone", null,
                "guardian_name", null,
                "guardian_phone", null,
                "consent_to_share", consents,
                "created_at", "2021-03-12T02:00:00Z",
                "updated_at", null);
    }

    /** A child of the switchboard and a victim of the hotline who may be one: the same name, no more. */
    static void addPossibleLink(ApplicationContext service) {
        Ingest ingest = service.getBean(Ingest.class);
        SourceChange.RowWritten child = written(
                POSSIBLE_CHILD,
                later(),
                Origin.INSERT,
                childRow("ho_ten", "Lê Thị Hoa", "dien_thoai_gd", "0912777888"));
        SourceChange.RowWritten victim = written(
                POSSIBLE_VICTIM,
                later(),
                Origin.INSERT,
                row(
                        "family_name", "Lê",
                        "middle_and_given_name", "Thị Hoa",
                        "aliases", List.of(),
                        "dob", "2009-01-01",
                        "dob_precision", "Y",
                        "sex", "F",
                        "id_type", null,
                        "id_number", null,
                        "nationality", "VN",
                        "ethnicity", null,
                        "home_province", null,
                        "home_district", null,
                        "home_commune", null,
                        "phone", null,
                        "guardian_name", null,
                        "guardian_phone", null,
                        "consent_to_share", null,
                        "created_at", "2021-03-12T02:00:00Z",
                        "updated_at", null));
        ingest.ingest(SourceSystem.SWITCHBOARD, List.of(child));
        ingest.ingest(SourceSystem.HOTLINE, List.of(victim));
        settle(service);
    }

    /** The hotline corrects the name of a caller. */
    static void renameHotlineCaller(ApplicationContext service, String name) {
        change(service, written(HOTLINE_CALLER, later(), Origin.UPDATE, hotlineCaller(name)));
    }

    /** The hotline corrects the name of the girl's row. */
    static void renameVictim(ApplicationContext service, String middleAndGivenName) {
        change(service, written(VICTIM, later(), Origin.UPDATE, victim(middleAndGivenName)));
    }

    private static void change(ApplicationContext service, SourceChange change) {
        service.getBean(Ingest.class).ingest(SourceSystem.HOTLINE, List.of(change));
        settle(service);
    }

    /** Deletes the two again: the other tests know nothing of them. */
    static void removePossibleLink(ApplicationContext service) {
        Ingest ingest = service.getBean(Ingest.class);
        SourcePosition later = later();
        ingest.ingest(SourceSystem.SWITCHBOARD, List.of(new SourceChange.RowDeleted(POSSIBLE_CHILD, later, COMMITTED)));
        ingest.ingest(SourceSystem.HOTLINE, List.of(new SourceChange.RowDeleted(POSSIBLE_VICTIM, later, COMMITTED)));
        settle(service);
    }

    /** A position behind all that were told; the end of the log stays. */
    private static SourcePosition later() {
        return new SourcePosition(1, 1, END, ROWS.incrementAndGet());
    }

    /** Works off what waits: resolution, then the index. */
    static void settle(ApplicationContext service) {
        Resolver resolver = service.getBean(Resolver.class);
        while (resolver.resolveNext() > 0) {}
        service.getBean(IndexLife.class).prepare();
        Indexer indexer = service.getBean(Indexer.class);
        while (indexer.indexNext() > 0) {}
    }

    private static List<SourceChange> switchboardRows(long life) {
        return changes(
                life,
                Map.entry(MOTHER, mother()),
                Map.entry(ANONYMOUS, caller("khong ro", null, 0)),
                Map.entry(DELETED, caller("Lý Văn Phúc", "0987 654 321", 1)),
                Map.entry(
                        GIRL,
                        row(
                                "ho_ten", "NGUYEN THI HOA",
                                "ten_goi_khac", "Na",
                                "ngay_sinh", "12/03/2006",
                                "tuoi_khai", null,
                                "gioi_tinh", 2L,
                                "so_khai_sinh", null,
                                "so_dinh_danh", "010306001234",
                                "ma_tinh", "10",
                                "quan_huyen", "Bát Xát",
                                "xa_phuong", "Mường Hum",
                                "dan_toc", "Mong",
                                "ho_ten_cha", null,
                                "ho_ten_me", "Giàng Thị Mỷ",
                                "dien_thoai_gd", "0912345678",
                                "tre_khuyet_tat", 1L,
                                "ngay_tao", "2021-03-09T17:04:05",
                                "ngay_sua", null)),
                Map.entry(
                        SourceRecordKey.of(SourceSystem.SWITCHBOARD, "ca_can_thiep", "5"),
                        row(
                                "ma_ca", "TE-2021-000123",
                                "id_tre_em", 7L,
                                "id_nguoi_bao", 1L,
                                "quan_he", "me",
                                "loai_vu_viec", "MUA_BAN",
                                "muc_do", 1L,
                                "trang_thai", "DONG",
                                "ngay_mo", "2021-03-09",
                                "ngay_dong", "2021-05-01",
                                "tom_tat", "Mẹ báo con gái mất tích.")),
                Map.entry(
                        SourceRecordKey.of(SourceSystem.SWITCHBOARD, "cuoc_goi", "9"),
                        row(
                                "thoi_gian",
                                "2021-03-09T17:00:00",
                                "kenh",
                                "GOI",
                                "so_goi_den",
                                "0912345678",
                                "id_nguoi_goi",
                                1L,
                                "ma_tdv",
                                4L,
                                "trung_tam",
                                "HN",
                                "thoi_luong",
                                245L,
                                "loai",
                                "CAN_THIEP",
                                "ma_linh_vuc",
                                null,
                                "id_ca",
                                5L,
                                "vi_do",
                                null,
                                "kinh_do",
                                null,
                                "noi_dung",
                                "Mẹ khóc suốt cuộc gọi.")));
    }

    private static List<SourceChange> hotlineRows(long life) {
        return changes(
                life,
                Map.entry(HOTLINE_CALLER, hotlineCaller("Tran Van Tam")),
                Map.entry(VICTIM, victim("Thị Hòa")),
                Map.entry(
                        SourceRecordKey.of(SourceSystem.HOTLINE, "case_file", "MB-21-00042"),
                        row(
                                "victim_id",
                                70L,
                                "reported_by",
                                30L,
                                "opened_on",
                                "2021-03-12",
                                "closed_on",
                                null,
                                "status",
                                "ASSISTING",
                                "exploitation",
                                List.of("FORCED_MARRIAGE"),
                                "means",
                                List.of("DECEPTION"),
                                "destination_country",
                                "CN",
                                "recruited_in_province",
                                "Lào Cai",
                                "narrative",
                                "Bị bán qua cửa khẩu Kim Thành.")),
                Map.entry(
                        SourceRecordKey.of(SourceSystem.HOTLINE, "return_record", "8"),
                        row(
                                "victim_id",
                                70L,
                                "returned_on",
                                "2021-06-01",
                                "kind",
                                "RESCUED",
                                "border_gate",
                                "Lào Cai",
                                "handed_over_by",
                                null,
                                "receiving_agency",
                                null,
                                "screened_as",
                                "VICTIM",
                                "certificate_no",
                                "XN-2021-7788")));
    }

    private static Map<String, @Nullable Object> mother() {
        Map<String, @Nullable Object> mother = caller("Giàng Thị Mỷ", "0912.345.678", 2);
        mother.put("dia_chi", "Ngõ 7 chợ Cán Cấu");
        mother.put("ghi_chu", "Chồng không được biết bà đã gọi.");
        return mother;
    }

    private static Map<String, @Nullable Object> caller(String name, @Nullable String telephone, long sex) {
        return row(
                "ho_ten", name,
                "dien_thoai", telephone,
                "gioi_tinh", sex,
                "nam_sinh", null,
                "ma_tinh", "10",
                "quan_huyen", null,
                "xa_phuong", null,
                "dia_chi", null,
                "dan_toc", null,
                "ghi_chu", null,
                "ngay_tao", "2021-03-09T17:00:00",
                "ngay_sua", null);
    }

    private static Map<String, @Nullable Object> victim(String middleAndGivenName) {
        return row(
                "family_name", "Nguyễn",
                "middle_and_given_name", middleAndGivenName,
                "aliases", List.of("Xiao Hua"),
                "dob", "2006-03-12",
                "dob_precision", "D",
                "sex", "F",
                "id_type", "CCCD",
                "id_number", "010306001234",
                "nationality", "VN",
                "ethnicity", "Mông",
                "home_province", "Lào Cai",
                "home_district", "Bát Xát",
                "home_commune", "Mường Hum",
                "phone", null,
                "guardian_name", "Giàng Thị Mỷ",
                "guardian_phone", "0912345678",
                "consent_to_share", true,
                "created_at", "2021-03-12T02:00:00Z",
                "updated_at", null);
    }

    private static Map<String, @Nullable Object> hotlineCaller(String name) {
        return row(
                "full_name",
                name,
                "phone_1",
                "0903 111 222",
                "phone_2",
                null,
                "sex",
                "M",
                "birth_year",
                1980L,
                "province_name",
                "Lào Cai",
                "district_name",
                null,
                "relation_to_victim",
                "RELATIVE",
                "created_at",
                "2021-03-12T01:00:00Z",
                "updated_at",
                null);
    }

    @SafeVarargs
    private static List<SourceChange> changes(
            long life, Map.Entry<SourceRecordKey, Map<String, @Nullable Object>>... rows) {
        return IntStream.range(0, rows.length)
                .mapToObj(at -> written(rows[at].getKey(), life, at, Origin.SNAPSHOT, rows[at].getValue()))
                .map(SourceChange.class::cast)
                .toList();
    }

    private static List<SourceChange> snapshot(long life, Map<SourceRecordKey, Map<String, @Nullable Object>> rows) {
        return rows.entrySet().stream()
                .map(row -> (SourceChange) written(row.getKey(), life, 0, Origin.SNAPSHOT, row.getValue()))
                .toList();
    }

    /** A row with its key among its columns, as a table has it. */
    private static SourceChange.RowWritten written(
            SourceRecordKey key, long life, long offset, Origin origin, Map<String, @Nullable Object> columns) {
        return written(key, new SourcePosition(life, 1, offset, 0), origin, columns);
    }

    private static SourceChange.RowWritten written(
            SourceRecordKey key, SourcePosition position, Origin origin, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        String keyColumn = switch (key.table().name()) {
            case "victim" -> "victim_id";
            case "caller" -> "caller_id";
            case "case_file" -> "case_no";
            case "return_record" -> "return_id";
            case "referral" -> "referral_id";
            case "call_review" -> "review_id";
            case "site_status" -> "status_id";
            case "agency" -> "agency_code";
            default -> "id";
        };
        boolean text = Set.of("case_file", "agency").contains(key.table().name());
        whole.put(keyColumn, text ? key.localId() : Long.valueOf(key.localId()));
        whole.putAll(columns);
        return new SourceChange.RowWritten(key, position, origin, SourceRow.of(whole), COMMITTED);
    }

    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            row.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return row;
    }
}
