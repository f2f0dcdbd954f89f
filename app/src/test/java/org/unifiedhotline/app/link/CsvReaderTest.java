package org.unifiedhotline.app.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.app.command.BadInputException;

class CsvReaderTest {
    private static List<List<String>> rows(String text) throws IOException, BadInputException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(new StringReader(text))) {
            for (List<String> row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    @DisplayName("Quotes, commas and line ends in quotes, doubled quotes and empty fields are read")
    void readsQuoted() throws IOException, BadInputException {
        assertThat(rows("a,\"b,\"\"c\"\"\nd\",\r\n\r\n,\"\",e"))
                .containsExactly(List.of("a", "b,\"c\"\nd", ""), List.of("", "", "e"));
    }

    @Test
    @DisplayName("A comma at the end of the file leaves an empty field")
    void emptyAtTheEnd() throws IOException, BadInputException {
        assertThat(rows("a,b\nc,")).containsExactly(List.of("a", "b"), List.of("c", ""));
    }

    @Test
    @DisplayName("Rows longer than the buffer come out as the library reads them")
    void longRows() throws IOException, BadInputException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 3000; row++) {
            for (int field = 0; field < 5; field++) {
                String value = "x".repeat(random.nextInt(60)) + (random.nextInt(4) == 0 ? ",\n" : "");
                text.append(field == 0 ? "" : ",").append('"').append(value).append('"');
                text.append(",plain").append("y".repeat(random.nextInt(40)));
            }
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        List<List<String>> expected = new ArrayList<>();
        for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text.toString()))) {
            expected.add(row.toList());
        }
        assertThat(rows(text.toString())).isEqualTo(expected);
    }

    @Test
    @DisplayName("A quotation mark that is never closed is named by the line where it opened")
    void neverClosed() {
        assertThatThrownBy(() -> rows("a,b\nc,\"d\ne,f\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("closing quotation mark");
    }

    @Test
    @DisplayName("Every kind of line end counts one line, also where a file mixes them")
    void countsLines() throws IOException, BadInputException {
        List<Long> lines = new ArrayList<>();
        try (CsvReader reader = new CsvReader(new StringReader("a\rb\nc\r\n\r\nd\n\ne\r\rf"))) {
            while (reader.next() != null) {
                lines.add(reader.line());
            }
        }
        assertThat(lines).containsExactly(1L, 2L, 3L, 5L, 7L, 9L);
    }
}
