package org.unifiedhotline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.evaluation.ClusterScore;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.Relation;
import org.unifiedhotline.matching.record.WeightPart;
import org.unifiedhotline.matching.training.Trainer;

class WeightsTest {
    private static final MatchModel MODEL = new Trainer(TestPeople.model(), 1, Progress.NONE)
            .train(TestPeople.records(400, 99))
            .model();
    private static final MatchEngine ENGINE = MatchEngine.of(MODEL);

    @Test
    @DisplayName("The parts of a weight sum to it, and to what the fast path gives, either way round")
    void partsSum() {
        List<EncodedRecord> records =
                TestPeople.records(60, 4).stream().map(ENGINE::encode).toList();
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            EncodedRecord a = records.get(random.nextInt(records.size()));
            EncodedRecord b = records.get(random.nextInt(records.size()));
            MatchWeight weight = ENGINE.compare(a, b, Commonness.NONE);
            double sum = weight.parts().stream().mapToDouble(WeightPart::bits).sum();
            assertThat(weight.bits()).isCloseTo(sum, within(1e-9));
            assertThat(ENGINE.bits(a, b, Commonness.NONE, ENGINE.newVector())).isCloseTo(sum, within(1e-3));
            assertThat(ENGINE.bits(b, a, Commonness.NONE, ENGINE.newVector()))
                    .isEqualTo(ENGINE.bits(a, b, Commonness.NONE, ENGINE.newVector()));
        }
    }

    @Test
    @DisplayName("A telephone that many names share is worth less with each step of two")
    void commonTelephone() {
        EncodedRecord a = encode("a", Map.of("name", List.of("Nguyễn Thị Hoa"), "telephone", List.of("+84910000001")));
        EncodedRecord b = encode("b", Map.of("name", List.of("Nguyễn Thị Hoa"), "telephone", List.of("+84910000001")));
        double rare = telephone(a, b, _ -> 1);
        assertThat(telephone(a, b, _ -> 3)).isEqualTo(rare);
        assertThat(telephone(a, b, _ -> 4)).isCloseTo(rare - 1, within(1e-6));
        assertThat(telephone(a, b, _ -> 100)).isCloseTo(rare - 5, within(1e-6));
    }

    private static double telephone(EncodedRecord a, EncodedRecord b, Commonness commonness) {
        return ENGINE.compare(a, b, commonness).parts().stream()
                .filter(part -> part.name().equals("telephone"))
                .findFirst()
                .orElseThrow()
                .bits();
    }

    @Test
    @DisplayName("A relation of family forbids, whatever else agrees")
    void familyForbids() {
        Map<String, List<String>> values = Map.of("name", List.of("Nguyễn Thị Hoa"), "birth", List.of("1990-03-04"));
        EncodedRecord a = ENGINE.encode(MatchRecord.of(1, "a", "caller", values)
                .withRelations(List.of(new Relation("b", Relation.Kind.FAMILY))));
        EncodedRecord b = ENGINE.encode(MatchRecord.of(2, "b", "subject", values)
                .withRelations(List.of(new Relation("a", Relation.Kind.FAMILY))));
        assertThat(ENGINE.compare(a, b, Commonness.NONE).forbidden()).isEqualTo("family");
        assertThat(ENGINE.bits(a, b, Commonness.NONE, ENGINE.newVector())).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    @DisplayName("Tenfold the people, a common name is worth as much, a match is rarer and a telephone tells more")
    void growth() {
        MatchEngine larger = MatchEngine.of(MODEL, Population.exactly(10 * records()));
        EncodedRecord a = encode("a", Map.of("name", List.of("Nguyễn Thị Hoa")));
        EncodedRecord b = encode("b", Map.of("name", List.of("Nguyễn Thị Hoa")));
        double now = ENGINE.compare(a, b, Commonness.NONE).parts().getFirst().bits();
        double then = larger.compare(a, b, Commonness.NONE).parts().getFirst().bits();
        assertThat(now - then).isCloseTo(Math.log(10) / Math.log(2), within(1e-6));
    }

    private static long records() {
        return MODEL.trained().orElseThrow().population();
    }

    @Test
    @DisplayName("Without labels, training finds most of the people there are and joins few that are two")
    void learnsWithoutLabels() {
        List<MatchRecord> people = TestPeople.records(400, 99);
        var clusters = new org.unifiedhotline.matching.bulk.BulkResolver(ENGINE, Progress.NONE)
                .resolve(people, List.of())
                .clusters();
        List<String> persons = new java.util.ArrayList<>();
        List<String> found = new java.util.ArrayList<>();
        clusters.forEach(cluster -> cluster.forEach(key -> {
            persons.add(key.substring(0, 5));
            found.add(cluster.getFirst());
        }));
        ClusterScore score = ClusterScore.of(persons, found);
        assertThat(score.precision()).isGreaterThan(0.9);
        assertThat(score.recall()).isGreaterThan(0.6);
    }

    @Test
    @DisplayName("A model without weights is refused")
    void untrained() {
        assertThatThrownBy(() -> MatchEngine.of(TestPeople.model()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no weights");
    }

    private static EncodedRecord encode(String key, Map<String, List<String>> values) {
        return ENGINE.encode(MatchRecord.of(1, key, "caller", values));
    }

    @Test
    @DisplayName("By a telephone and a home alone nobody is known: such a pair is no possible link, and says why")
    void unknownPerson() {
        MatchModel knownByName = new MatchModel(
                MODEL.name(),
                MODEL.attributes(),
                MODEL.blocking(),
                MODEL.commonAbove(),
                MODEL.rivals(),
                List.of("name"),
                MODEL.trained());
        MatchEngine engine = MatchEngine.of(knownByName);
        Map<String, List<String>> nameless = Map.of("telephone", List.of("+84910000001"), "home", List.of("01/d1/c1"));
        Map<String, List<String>> named = Map.of(
                "telephone", List.of("+84910000001"), "home", List.of("01/d1/c1"), "name", List.of("Nguyễn Thị Hoa"));
        EncodedRecord a = engine.encode(MatchRecord.of(1, "a", "caller", nameless));
        EncodedRecord b = engine.encode(MatchRecord.of(2, "b", "caller", named));
        EncodedRecord c = engine.encode(MatchRecord.of(3, "c", "caller", named));
        assertThat(ENGINE.compare(a, b, Commonness.NONE).bits()).isGreaterThan(ENGINE.linkBits());
        MatchWeight weight = engine.compare(a, b, Commonness.NONE);
        assertThat(weight.bits()).isLessThan(engine.possibleBits());
        assertThat(weight.parts().getLast().name()).isEqualTo("unknown-person");
        assertThat(weight.parts().stream().mapToDouble(WeightPart::bits).sum()).isCloseTo(weight.bits(), within(1e-9));
        assertThat(engine.bits(a, b, Commonness.NONE, engine.newVector())).isCloseTo(weight.bits(), within(1e-3));
        assertThat(engine.compare(b, c, Commonness.NONE).bits()).isGreaterThan(engine.linkBits());
    }

    @Test
    @DisplayName("What a case says of the person itself counts for records without a name")
    void unknownButSaid() {
        MatchEngine engine = MatchEngine.of(new MatchModel(
                MODEL.name(),
                MODEL.attributes(),
                MODEL.blocking(),
                MODEL.commonAbove(),
                MODEL.rivals(),
                List.of("name"),
                MODEL.trained()));
        Map<String, List<String>> nameless = Map.of("telephone", List.of("+84910000001"), "home", List.of("01/d1/c1"));
        EncodedRecord a = engine.encode(MatchRecord.of(1, "a", "caller", nameless)
                .withRelations(List.of(new Relation("b", Relation.Kind.SELF))));
        EncodedRecord b = engine.encode(MatchRecord.of(2, "b", "caller", nameless)
                .withRelations(List.of(new Relation("a", Relation.Kind.SELF))));
        assertThat(engine.compare(a, b, Commonness.NONE).parts())
                .extracting(WeightPart::name)
                .doesNotContain("unknown-person");
    }
}
