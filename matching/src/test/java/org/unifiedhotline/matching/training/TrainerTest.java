package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.TestPeople;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.model.Rival;
import org.unifiedhotline.matching.record.MatchRecord;

class TrainerTest {
    @Test
    @DisplayName("A table that was trained on is weighed as if the trained model had taken it apart afresh")
    void leavesTheTableWeighed() {
        List<MatchRecord> records = TestPeople.records(300, 8);
        EncodedTable table = EncodedTable.of(TestPeople.model(), records);
        Trainer.Learned learned = new Trainer(TestPeople.model(), 1, Progress.NONE).train(table);
        MatchEngine engine = MatchEngine.of(learned.model(), Population.exactly(records.size()));
        BulkOutcome kept = new BulkResolver(engine, Progress.NONE).resolve(learned.candidates(), List.of());
        BulkOutcome afresh = new BulkResolver(engine, Progress.NONE).resolve(records, List.of());
        assertThat(kept.edges().size()).isPositive().isEqualTo(afresh.edges().size());
        for (int edge = 0; edge < kept.edges().size(); edge++) {
            assertThat(kept.edge(edge)).isEqualTo(afresh.edge(edge));
        }
        assertThat(kept.clusters()).isEqualTo(afresh.clusters());
    }

    @Test
    @DisplayName(
            "Where people share roofs and towns far more often than they stand there twice, one person stays one person")
    void householdsAreNotOnePerson() {
        MatchModel model = new MatchModel(
                "households",
                List.of(
                        Attribute.of("given", Kind.GIVEN_NAME),
                        Attribute.of("family", Kind.FAMILY_NAME),
                        Attribute.of("birth", Kind.DATE),
                        Attribute.of("street", Kind.TEXT),
                        Attribute.of("town", Kind.TEXT),
                        Attribute.of("postcode", Kind.CODE)),
                List.of(),
                MatchModel.COMMON_ABOVE,
                Rival.USUAL,
                List.of(),
                Optional.empty());
        List<MatchRecord> records = households(2400);
        Trainer.Result result = new Trainer(model, 1, Progress.NONE).train(records);
        long twice = records.stream()
                .filter(record -> record.key().endsWith("/again"))
                .count();
        assertThat(result.report().expectedMatches()).isCloseTo((double) twice, within(twice * 0.15));
    }

    /** Four to a house, forty houses to a postcode; one person in eight stands there twice. */
    private static List<MatchRecord> households(int people) {
        Random random = new Random(17);
        List<MatchRecord> records = new ArrayList<>();
        Map<String, List<String>> home = Map.of();
        String family = "";
        for (int person = 0; person < people; person++) {
            if (person % 4 == 0) {
                int area = person / 160;
                family = word(random, 2 + random.nextInt(2));
                home = Map.of(
                        "street", List.of(1 + random.nextInt(90) + " " + word(random, 3) + " road"),
                        "town", List.of("town of " + word(new Random(area / 3), 3)),
                        "postcode", List.of(String.valueOf(20_000 + area * 7)));
            }
            Map<String, List<String>> values = new HashMap<>(home);
            values.put("given", List.of(word(random, 2)));
            values.put("family", List.of(family));
            values.put(
                    "birth",
                    List.of("%d-%02d-%02d"
                            .formatted(1940 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28))));
            records.add(MatchRecord.of(person, "%05d".formatted(person), "record", values));
            if (person % 8 == 0) {
                records.add(MatchRecord.of(people + person, "%05d/again".formatted(person), "record", values));
            }
        }
        return records;
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append("bdgklmnprstv".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    @Test
    @DisplayName("One row, two, or many of one person teach little, but their model is sound and can be read again")
    void tinyTables() {
        for (int rows : List.of(1, 2, 3, 30)) {
            List<MatchRecord> records = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                records.add(MatchRecord.of(
                        row,
                        "row/" + row,
                        "caller",
                        Map.of(
                                "name", List.of("Nguyễn Thị Hoa"),
                                "birth", List.of("1987-05-24"),
                                "telephone", List.of("+84912345678"))));
            }
            MatchModel learned = new Trainer(TestPeople.model(), 1, Progress.NONE)
                    .train(records)
                    .model();
            assertThat(ModelReader.read(ModelWriter.write(learned)))
                    .as("%d rows", rows)
                    .isEqualTo(learned);
        }
    }
}
