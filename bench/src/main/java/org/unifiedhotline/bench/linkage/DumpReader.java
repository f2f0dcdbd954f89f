package org.unifiedhotline.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Reads the {@code INSERT INTO table VALUES (…),(…);} statements of a dump as captured rows. The columns are those of the
 * legacy schemas ({@code demo/src/main/resources/legacy}); only the tables that tell of people are read.
 */
public final class DumpReader {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "nguoi_goi",
            List.of(
                    "id ho_ten dien_thoai gioi_tinh nam_sinh ma_tinh quan_huyen xa_phuong dia_chi dan_toc ghi_chu ngay_tao ngay_sua"
                            .split(" ")),
            "tre_em",
            List.of(
                    "id ho_ten ten_goi_khac ngay_sinh tuoi_khai gioi_tinh so_khai_sinh so_dinh_danh ma_tinh quan_huyen xa_phuong dan_toc ho_ten_cha ho_ten_me dien_thoai_gd tre_khuyet_tat ngay_tao ngay_sua"
                            .split(" ")),
            "ca_can_thiep",
            List.of("id ma_ca id_tre_em id_nguoi_bao quan_he loai_vu_viec muc_do trang_thai ngay_mo ngay_dong tom_tat"
                    .split(" ")),
            "cuoc_goi",
            List.of(
                    "id thoi_gian kenh so_goi_den id_nguoi_goi ma_tdv trung_tam thoi_luong loai ma_linh_vuc id_ca vi_do kinh_do noi_dung"
                            .split(" ")),
            "caller",
            List.of(
                    "caller_id full_name phone_1 phone_2 sex birth_year province_name district_name relation_to_victim created_at updated_at"
                            .split(" ")),
            "victim",
            List.of(
                    "victim_id family_name middle_and_given_name aliases dob dob_precision sex id_type id_number nationality ethnicity home_province home_district home_commune phone guardian_name guardian_phone consent_to_share created_at updated_at"
                            .split(" ")),
            "case_file",
            List.of(
                    "case_no victim_id reported_by opened_on closed_on status exploitation means destination_country recruited_in_province narrative"
                            .split(" ")),
            "call",
            List.of(
                    "call_id received_at channel caller_number caller_id counsellor centre language duration_s outcome case_no lat lon summary"
                            .split(" ")));

    private final SourceSystem system;
    private final String text;
    private final Map<SourceRecordKey, SourceRow> rows = new LinkedHashMap<>();
    private int at;

    private DumpReader(SourceSystem system, String text) {
        this.system = system;
        this.text = text;
    }

    /** The rows of a dump of one system. */
    public static Map<SourceRecordKey, SourceRow> read(SourceSystem system, Path dump) throws IOException {
        DumpReader reader = new DumpReader(system, Files.readString(dump));
        reader.readAll();
        return reader.rows;
    }

    private void readAll() {
        String insert = "INSERT INTO ";
        while ((at = text.indexOf(insert, at)) >= 0) {
            at += insert.length();
            int end = text.indexOf(' ', at);
            String table = text.substring(at, end);
            table = table.substring(table.indexOf('.') + 1);
            at = text.indexOf("VALUES", end) + "VALUES".length();
            readTuples(table, COLUMNS.get(table));
        }
    }

    private void readTuples(String table, @Nullable List<String> columns) {
        while (true) {
            skipSpace();
            if (text.charAt(at) == ',') {
                at++;
                skipSpace();
            }
            if (text.charAt(at) != '(') {
                return;
            }
            at++;
            List<@Nullable Object> values = readTuple();
            if (columns != null) {
                add(table, columns, values);
            }
        }
    }

    private void add(String table, List<String> columns, List<@Nullable Object> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(table + ": expected " + columns.size() + " values, got " + values.size()
                    + " before character " + at);
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        rows.put(SourceRecordKey.of(system, table, String.valueOf(values.getFirst())), SourceRow.of(row));
    }

    private List<@Nullable Object> readTuple() {
        List<@Nullable Object> values = new ArrayList<>();
        while (true) {
            skipSpace();
            values.add(readValue());
            skipSpace();
            if (text.charAt(at++) == ')') {
                return values;
            }
        }
    }

    private @Nullable Object readValue() {
        if (text.charAt(at) == '\'') {
            return time(readQuoted());
        }
        if (text.startsWith("ARRAY[", at)) {
            return readArray();
        }
        int start = at;
        while (",)".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at).strip();
        if (word.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(word);
        }
        return word.contains(".") ? (Object) Double.valueOf(word) : (Object) Long.valueOf(word);
    }

    private String readQuoted() {
        StringBuilder out = new StringBuilder();
        for (at++; ; at++) {
            char c = text.charAt(at);
            if (c == '\\' && system == SourceSystem.SWITCHBOARD) {
                out.append(text.charAt(++at));
            } else if (c != '\'') {
                out.append(c);
            } else if (text.charAt(at + 1) == '\'') {
                out.append(c);
                at++;
            } else {
                at++;
                return out.toString();
            }
        }
    }

    private List<String> readArray() {
        at += "ARRAY[".length();
        List<String> items = new ArrayList<>();
        while (text.charAt(at) != ']') {
            if (text.charAt(at) == '\'') {
                items.add(readQuoted());
            } else {
                at++;
            }
        }
        while (",)".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return items;
    }

    private static String time(String value) {
        if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
            return value.replace(' ', 'T');
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[+-]\\d\\d")) {
            return OffsetDateTime.parse(value.replace(' ', 'T') + ":00")
                    .toInstant()
                    .toString();
        }
        return value;
    }

    private void skipSpace() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
