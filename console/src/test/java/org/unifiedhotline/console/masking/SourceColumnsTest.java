package org.unifiedhotline.console.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.masterrecords.scope.FieldKind;

@DisplayName("A column of a legacy system")
class SourceColumnsTest {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\(.*?\\n(.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^  ([a-z_0-9]+)\\s+[a-zA-Z]");

    /** Tables whose rows are, or are about, a person. */
    private static final List<String> OF_PEOPLE = List.of(
            "nguoi_goi",
            "tre_em",
            "ca_can_thiep",
            "cuoc_goi",
            "chuyen_tuyen",
            "caller",
            "victim",
            "case_file",
            "call",
            "referral",
            "return_record");

    @ParameterizedTest
    @ValueSource(strings = {"child-protection-switchboard.sql", "trafficking-hotline.sql"})
    @DisplayName("of the schemas as they stand was looked at, whether it is masked or not")
    void allLookedAt(String schema) throws IOException {
        List<String> columns = new ArrayList<>();
        Matcher table = TABLE.matcher(read(schema));
        while (table.find()) {
            if (OF_PEOPLE.contains(table.group(1))) {
                COLUMN.matcher(table.group(2)).results().forEach(column -> columns.add(column.group(1)));
            }
        }
        assertThat(columns)
                .hasSizeGreaterThan(40)
                .allSatisfy(column ->
                        assertThat(SourceColumns.knows(column)).as(column).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "so_dinh_danh,IDENTITY_NUMBER",
        "so_khai_sinh,IDENTITY_NUMBER",
        "id_number,IDENTITY_NUMBER",
        "dien_thoai,TELEPHONE",
        "dien_thoai_gd,TELEPHONE",
        "guardian_phone,TELEPHONE",
        "caller_number,TELEPHONE",
        "dia_chi,ADDRESS",
        "home_commune,ADDRESS",
        "lat,ADDRESS",
        "ghi_chu,NOTES",
        "tom_tat,NOTES",
        "noi_dung,NOTES",
        "narrative,NOTES",
        "summary,NOTES",
        "exploitation,EXPLOITATION",
        "loai_vu_viec,EXPLOITATION",
        "tre_khuyet_tat,HEALTH"
    })
    @DisplayName("that holds something to be masked is of its kind")
    void masked(String column, FieldKind kind) {
        assertThat(SourceColumns.kind(column)).isEqualTo(kind);
    }

    @Test
    @DisplayName("that nobody has looked at yet is masked as notes are")
    void unknown() {
        assertThat(SourceColumns.kind("a_column_of_next_year")).isEqualTo(FieldKind.NOTES);
        assertThat(SourceColumns.kind("ho_ten")).isNull();
    }

    private static String read(String schema) throws IOException {
        try (InputStream sql =
                Objects.requireNonNull(SourceColumnsTest.class.getResourceAsStream("/legacy/" + schema))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
