package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.model.Rival;
import org.unifiedhotline.matching.record.MatchRecord;

@DisplayName("A model that was learned from people")
class FrequencyCounterTest {
    private static final int RARE_HOLDERS = 10;
    private static final int COMMON_HOLDERS = 11;

    private final List<MatchRecord> records = new ArrayList<>();
    private final MatchModel learned =
            new Trainer(model(), 1, Progress.NONE).train(records()).model();

    @Test
    @DisplayName(
            "names no value that fewer than eleven of them have: no certificate, no name, no place, nothing that goes together")
    void namesOfMany() {
        String file = ModelWriter.write(learned);
        assertThat(file).contains("commonmark").doesNotContain("raremark", "zzrare", "7788", "9900");
        assertThat(String.join("\n", ModelReport.of(learned))).doesNotContain("raremark", "zzrare", "7788", "9900");
    }

    @Test
    @DisplayName("gives all rarer values one share, between that of one holder and that of the most")
    void oneShare() {
        FrequencyTable names = learned.trained().orElseThrow().frequencies().get("name.given");
        assertThat(names.share("raremark")).isEqualTo(names.share("never met"));
        double one = 1.0 / records.size();
        assertThat(names.other()).isGreaterThan(one).isLessThanOrEqualTo(one * RARE_HOLDERS);
        assertThat(names.share("commonmark")).isCloseTo(COMMON_HOLDERS * one, within(one));
    }

    @Test
    @DisplayName("still knows that a rare family and given name go together, by a mark that other combinations share")
    void together() {
        FrequencyTable together = learned.trained().orElseThrow().frequencies().get("name.given+family");
        assertThat(together.share("zzrare+raremark")).isGreaterThan(1);
        assertThat(together.shares().keySet()).contains(FrequencyTable.mark("zzrare+raremark"));
        assertThat(FrequencyTable.mark("zzrare+raremark")).matches("#[0-9a-f]{4}");
        assertThat(together.share("never+met")).isEqualTo(1);
    }

    /** Hundreds of people; eleven have one name, ten another, with a certificate, a place and a family name in common. */
    private List<MatchRecord> records() {
        for (int person = 0; person < 400; person++) {
            boolean rare = person < RARE_HOLDERS;
            boolean common = !rare && person < RARE_HOLDERS + COMMON_HOLDERS;
            String given = rare ? "raremark" : common ? "commonmark" : "given" + letters(person % 19);
            String family = rare ? "zzrare" : "family" + letters(person % 7);
            Map<String, List<String>> values = new HashMap<>();
            values.put("name", List.of(family + "|" + letters(person % 11) + "|" + given));
            values.put(
                    "birth",
                    List.of("%d-%02d-%02d".formatted(1930 + person * 7 % 80, 1 + person % 12, 1 + person % 28)));
            values.put(
                    "certificate",
                    List.of(person < 2 ? "7788" : person % 3 == 0 ? "9900" + person / 6 : "55" + person));
            values.put(
                    "home",
                    List.of(
                            rare
                                    ? "1:%02d/zzrare %d".formatted(10 + person, person)
                                    : "1:01/district " + letters(person % 5)));
            records.add(MatchRecord.of(person, "%05d".formatted(person), "record", values));
        }
        return records;
    }

    private static String letters(int number) {
        return String.valueOf((char) ('a' + number)).repeat(3);
    }

    private static MatchModel model() {
        return new MatchModel(
                "people",
                List.of(
                        Attribute.of("name", Kind.FULL_NAME),
                        Attribute.of("birth", Kind.DATE),
                        Attribute.of("certificate", Kind.CODE),
                        Attribute.of("home", Kind.PLACE)),
                List.of(),
                MatchModel.COMMON_ABOVE,
                Rival.USUAL,
                List.of(),
                Optional.empty());
    }
}
