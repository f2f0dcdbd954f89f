package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.model.Rival;
import org.unifiedhotline.matching.record.MatchRecord;

class PlaceholdersTest {
    private static Set<String> found(Kind kind, Map<String, Integer> rowsByValue) {
        MatchModel model = model(kind);
        EncodedTable table = EncodedTable.of(model, records(rowsByValue));
        return new Placeholders(model, table.records()).find().getFirst();
    }

    private static MatchModel model(Kind kind) {
        return new MatchModel(
                "one column",
                List.of(Attribute.of("value", kind)),
                List.of(),
                64,
                Rival.USUAL,
                java.util.Optional.empty());
    }

    private static List<MatchRecord> records(Map<String, Integer> rowsByValue) {
        List<MatchRecord> records = new ArrayList<>();
        rowsByValue.forEach((value, rows) -> {
            for (int row = 0; row < rows; row++) {
                records.add(MatchRecord.of(
                        records.size(), "row/" + records.size(), "record", Map.of("value", List.of(value))));
            }
        });
        return records;
    }

    @Test
    @DisplayName("A telephone that a tenth of the rows hold, where others are held by one or two, says nothing")
    void telephone() {
        Map<String, Integer> rows = new java.util.TreeMap<>(Map.of("0900000000", 100));
        for (int i = 0; i < 600; i++) {
            rows.put("09123%05d".formatted(i * 37), 1 + i % 2);
        }
        assertThat(found(Kind.TELEPHONE, rows)).containsExactly("0900000000");
    }

    @Test
    @DisplayName("The commonest family names of Vietnam are names, though one of them is nearly everybody's second")
    void familyNames() {
        assertThat(found(
                        Kind.FAMILY_NAME,
                        Map.of(
                                "Nguyễn", 384, "Trần", 110, "Lê", 95, "Phạm", 70, "Hoàng", 51, "Phan", 45, "Vũ", 39,
                                "Đặng", 21, "Bùi", 20, "Đỗ", 14)))
                .isEmpty();
    }

    @Test
    @DisplayName("A word that says that it says nothing need only be commoner than the next names suggest")
    void words() {
        assertThat(found(
                        Kind.GIVEN_NAME,
                        Map.of("Không rõ", 60, "Anna", 50, "Bob", 48, "Carl", 47, "Dora", 47, "Emil", 46, "Fay", 46)))
                .containsExactly("khong ro");
        assertThat(found(
                        Kind.GIVEN_NAME,
                        Map.of("Hoa", 60, "Anna", 50, "Bob", 48, "Carl", 47, "Dora", 47, "Emil", 46, "Fay", 46)))
                .isEmpty();
    }

    @Test
    @DisplayName("An ethnic group that is nearly everybody's is a value")
    void codes() {
        assertThat(found(Kind.CODE, Map.of("Kinh", 850, "Tày", 19, "Thái", 17, "Mường", 15, "Khmer", 14, "Hmong", 13)))
                .isEmpty();
    }

    @Test
    @DisplayName("What was found stands in the model, and counts as missing however it is written")
    void standInTheModel() {
        Map<String, Integer> rows = new java.util.TreeMap<>(Map.of("unknown", 100));
        for (int i = 0; i < 300; i++) {
            rows.put("name" + (char) ('a' + i % 26) + (char) ('a' + i / 26), 1 + i % 3);
        }
        Trainer.Result result = new Trainer(model(Kind.GIVEN_NAME), 1, Progress.NONE).train(records(rows));
        assertThat(result.report().lines().getFirst()).contains("column value", "placeholder");
        MatchModel read = ModelReader.read(ModelWriter.write(result.model()));
        assertThat(read).isEqualTo(result.model());
        assertThat(read.attributes().getFirst().placeholders()).containsExactly("unknown");
        EncodedTable table = EncodedTable.of(read, records(Map.of("UNKNOWN", 1, "Anna", 1)));
        assertThat(table.records().stream().mapToInt(record -> record.count(0)).sum())
                .isEqualTo(1);
    }
}
