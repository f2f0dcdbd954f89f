package org.unifiedhotline.masterrecords.sourcerecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.row;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceRow;

class JsonTest {
    @Test
    @DisplayName(
            "a row is read back equal, in value and type: numbers, decimals, doubles, arrays, nulls, 4-byte letters")
    void rowsComeBackEqual() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("text", "Nguyễn 𠀋 \"quoted\" \\ \n");
        columns.put("long", Long.MIN_VALUE);
        columns.put("decimal", new BigDecimal("85.50"));
        columns.put("whole_decimal", new BigDecimal("7"));
        columns.put("double", 105.8342);
        columns.put("not_a_number", Double.NaN);
        columns.put("flag", true);
        columns.put("list", Arrays.asList("a", null, "b"));
        columns.put("empty", List.of());
        columns.put("missing", null);
        SourceRow row = SourceRow.of(columns);

        assertThat(RowJson.read(RowJson.write(row))).isEqualTo(row);
    }

    @Test
    @DisplayName("what PostgreSQL cannot store is kept as the replacement character")
    void unstorableCharacters() {
        String json = RowJson.write(row("text", "a\u0000b\uD800c"));
        assertThat(RowJson.read(json)).isEqualTo(row("text", "a\uFFFDb\uFFFDc"));
    }

    @Test
    @DisplayName("canonical records of people and cases are read back equal, empty lists and nulls included")
    void canonicalRecordsComeBackEqual() {
        CanonicalMapper mapper = new CanonicalMapper();
        comesBack(mapper.map(
                key("tre_em", 7),
                row(
                        "id",
                        7L,
                        "ho_ten",
                        "Lê Thị Hoa",
                        "ten_goi_khac",
                        "Bông/Tí",
                        "ngay_sinh",
                        "03/04/2009",
                        "tuoi_khai",
                        null,
                        "gioi_tinh",
                        2L,
                        "so_khai_sinh",
                        "215/2009",
                        "so_dinh_danh",
                        null,
                        "ma_tinh",
                        "01",
                        "quan_huyen",
                        "Quận Ba Đình",
                        "xa_phuong",
                        null,
                        "dan_toc",
                        "Kinh",
                        "ho_ten_cha",
                        "Lê Văn Nam",
                        "ho_ten_me",
                        null,
                        "dien_thoai_gd",
                        "0912.345.678",
                        "tre_khuyet_tat",
                        0L,
                        "ngay_tao",
                        "2019-03-09T17:04:05",
                        "ngay_sua",
                        null)));
        comesBack(mapper.map(
                key("case_file", "MB-19-00042"),
                row(
                        "case_no",
                        "MB-19-00042",
                        "victim_id",
                        5L,
                        "reported_by",
                        null,
                        "opened_on",
                        "2019-03-09",
                        "closed_on",
                        null,
                        "status",
                        "NEW",
                        "exploitation",
                        List.of("SEXUAL"),
                        "means",
                        null,
                        "destination_country",
                        "CN",
                        "recruited_in_province",
                        null,
                        "narrative",
                        null)));
    }

    private static void comesBack(CanonicalRecord record) {
        assertThat(CanonicalJson.read(CanonicalJson.write(record), record.getClass()))
                .isEqualTo(record);
    }
}
