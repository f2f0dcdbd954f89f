package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.TestPeople;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.evaluation.ClusterScore;
import org.unifiedhotline.matching.model.Calibration;
import org.unifiedhotline.matching.model.Levels;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.Assertion.Verdict;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.WeightPart;

class LabelledTrainingTest {
    private static final List<MatchRecord> PEOPLE = TestPeople.records(400, 99);
    private static final MatchModel UNLABELLED = train(List.of());

    private static MatchModel train(List<Assertion> labels) {
        return new Trainer(TestPeople.model(), 1, Progress.NONE)
                .train(PEOPLE, labels)
                .model();
    }

    private static MatchEngine engine(MatchModel model) {
        return MatchEngine.forBulk(model, Population.exactly(PEOPLE.size()));
    }

    private static boolean isOnePerson(String keyA, String keyB) {
        return keyA.substring(0, 5).equals(keyB.substring(0, 5));
    }

    /** Pairs whose given names are a slip apart, about which so many people say the same. */
    private static List<Assertion> slips(int most, Verdict verdict) {
        MatchEngine engine = engine(UNLABELLED);
        List<EncodedRecord> records = PEOPLE.stream().map(engine::encode).toList();
        List<Assertion> labels = new ArrayList<>();
        for (int a = 0; a < records.size() && labels.size() < most; a++) {
            for (int b = a + 1; b < records.size() && labels.size() < most; b++) {
                List<WeightPart> parts = engine.compare(records.get(a), records.get(b), Commonness.NONE)
                        .parts();
                if (isOnePerson(records.get(a).key(), records.get(b).key())
                        && parts.stream()
                                .anyMatch(part -> part.name().equals("name.given")
                                        && part.level().equals("slip"))) {
                    labels.add(
                            new Assertion(records.get(a).key(), records.get(b).key(), verdict));
                }
            }
        }
        return labels;
    }

    private static double bitsOfSlip(MatchModel model) {
        return model.trained().orElseThrow().weights().values().stream()
                .map(weights -> weights.features().get("name.given"))
                .mapToDouble(given ->
                        Math.log(given.m().get(Levels.NAME_SLIP) / given.u().get(Levels.NAME_SLIP)) / Math.log(2))
                .max()
                .orElseThrow();
    }

    private static double f1(MatchModel model) {
        List<String> persons = new ArrayList<>();
        List<String> found = new ArrayList<>();
        new BulkResolver(engine(model), Progress.NONE)
                .resolve(PEOPLE, List.of())
                .clusters()
                .forEach(cluster -> cluster.forEach(key -> {
                    persons.add(key.substring(0, 5));
                    found.add(cluster.getFirst());
                }));
        return ClusterScore.of(persons, found).f1();
    }

    @Test
    @DisplayName(
            "Where people say that pairs a slip apart are two people, a slip speaks less for one person, and the other way round")
    void rightWay() {
        List<Assertion> two = slips(40, Verdict.DIFFERENT_PEOPLE);
        assertThat(two).hasSize(40);
        assertThat(bitsOfSlip(train(two))).isLessThan(bitsOfSlip(UNLABELLED) - 1);
        assertThat(bitsOfSlip(train(slips(40, Verdict.SAME_PERSON)))).isGreaterThanOrEqualTo(bitsOfSlip(UNLABELLED));
    }

    @Test
    @DisplayName("Three mistaken labels do not wreck a model")
    void few() {
        MatchModel mistaken = train(slips(3, Verdict.DIFFERENT_PEOPLE));
        assertThat(f1(mistaken)).isGreaterThan(f1(UNLABELLED) - 0.01);
        Calibration calibration = mistaken.trained().orElseThrow().calibration();
        assertThat(Math.abs(calibration.of(5) - 5)).isLessThan(3);
    }

    @Test
    @DisplayName("Many right labels find people at least as well as none")
    void many() {
        Random random = new Random(4);
        List<Assertion> labels = new ArrayList<>();
        MatchEngine engine = engine(UNLABELLED);
        List<EncodedRecord> records = PEOPLE.stream().map(engine::encode).toList();
        while (labels.size() < 150) {
            EncodedRecord a = records.get(random.nextInt(records.size()));
            EncodedRecord b = records.get(random.nextInt(records.size()));
            double bits = engine.bits(a, b, Commonness.NONE, engine.newVector());
            if (!a.equals(b) && Math.abs(bits) < 6) {
                labels.add(new Assertion(
                        a.key(),
                        b.key(),
                        isOnePerson(a.key(), b.key()) ? Verdict.SAME_PERSON : Verdict.DIFFERENT_PEOPLE));
            }
        }
        assertThat(f1(train(labels))).isGreaterThanOrEqualTo(f1(UNLABELLED) - 0.002);
    }

    @Test
    @DisplayName(
            "The order of labels does not matter; unknown records and contradictions are left out; the file tells their number")
    void deterministic() {
        List<Assertion> labels = new ArrayList<>(slips(20, Verdict.SAME_PERSON));
        labels.add(new Assertion("nobody/1", "nobody/2", Verdict.SAME_PERSON));
        Assertion first = labels.getFirst();
        labels.add(new Assertion(first.keyB(), first.keyA(), Verdict.DIFFERENT_PEOPLE));
        MatchModel model = train(labels);
        Collections.shuffle(labels, new Random(5));
        assertThat(ModelWriter.write(train(labels))).isEqualTo(ModelWriter.write(model));
        assertThat(model.trained().orElseThrow().run()).containsEntry("labels", "19");
        assertThat(UNLABELLED.trained().orElseThrow().run()).doesNotContainKey("labels");
    }

    @Test
    @DisplayName(
            "A calibrated model is read back equal, its parts sum to its weights, and the calibration is one of them")
    void calibrated() {
        MatchModel model = train(slips(40, Verdict.DIFFERENT_PEOPLE));
        assertThat(model.trained().orElseThrow().calibration()).isNotEqualTo(Calibration.NONE);
        assertThat(ModelReader.read(ModelWriter.write(model))).isEqualTo(model);
        MatchEngine engine = engine(model);
        EncodedRecord a = engine.encode(PEOPLE.get(0));
        EncodedRecord b = engine.encode(PEOPLE.get(1));
        List<WeightPart> parts = engine.compare(a, b, Commonness.NONE).parts();
        assertThat(parts).extracting(WeightPart::name).contains("calibration");
        assertThat(engine.bits(a, b, Commonness.NONE, engine.newVector()))
                .isCloseTo(
                        parts.stream().mapToDouble(WeightPart::bits).sum(),
                        org.assertj.core.api.Assertions.within(1e-3));
    }
}
