package org.unifiedhotline.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.TestPeople;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.evaluation.ClericalSample.Band;
import org.unifiedhotline.matching.evaluation.ClericalSample.Drawn;
import org.unifiedhotline.matching.evaluation.StratifiedPrecision.Stratum;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.training.Trainer;

class ClericalSampleTest {
    private static final List<MatchRecord> PEOPLE = TestPeople.records(300, 5);
    private static final MatchEngine ENGINE = MatchEngine.forBulk(
            new Trainer(TestPeople.model(), 1, Progress.NONE).train(PEOPLE).model(), Population.exactly(PEOPLE.size()));
    private static final BulkOutcome OUTCOME = new BulkResolver(ENGINE, Progress.NONE).resolve(PEOPLE, List.of());

    @Test
    @DisplayName(
            "Every band gives as many pairs as it has, up to an equal share, and the sample has the size asked for")
    void equalShares() {
        List<Drawn> sample = ClericalSample.draw(ENGINE, OUTCOME, 60, 7);
        assertThat(sample).hasSize(60);
        Map<Band, Long> drawn =
                sample.stream().collect(Collectors.groupingBy(Drawn::band, TreeMap::new, Collectors.counting()));
        long most = drawn.values().stream().mapToLong(count -> count).max().orElseThrow();
        sample.forEach(pair ->
                assertThat(drawn.get(pair.band())).isGreaterThanOrEqualTo(Math.min(pair.bandPairs(), most - 1)));
    }

    @Test
    @DisplayName(
            "Drawn pairs stand in one cluster and in the band of their weight; the same seed draws the same, another others")
    void linkedPairs() {
        Map<String, List<String>> clusterOf = new HashMap<>();
        OUTCOME.clusters().forEach(cluster -> cluster.forEach(key -> clusterOf.put(key, cluster)));
        List<Drawn> sample = ClericalSample.draw(ENGINE, OUTCOME, 40, 7);
        assertThat(sample).allSatisfy(pair -> {
            assertThat(clusterOf.get(pair.keyA())).contains(pair.keyB());
            assertThat(Band.of(pair.weight().bits() - ENGINE.linkBits())).isEqualTo(pair.band());
        });
        assertThat(ClericalSample.draw(ENGINE, OUTCOME, 40, 7)).isEqualTo(sample);
        assertThat(ClericalSample.draw(ENGINE, OUTCOME, 40, 8)).isNotEqualTo(sample);
    }

    @Test
    @DisplayName("The estimate weighs each stratum by the pairs that it stands for, not by those that were judged")
    void weighted() {
        StratifiedPrecision told =
                StratifiedPrecision.of(List.of(new Stratum(900, 50, 0, 0), new Stratum(100, 25, 25, 3)));
        assertThat(told.precision()).isCloseTo(0.95, within(1e-9));
        assertThat(told.judged()).isEqualTo(100);
        assertThat(told.unsure()).isEqualTo(3);
        assertThat(told.interval().low()).isBetween(0.88, 0.94);
        assertThat(told.interval().high()).isBetween(0.955, 0.975);
    }

    @Test
    @DisplayName("With one stratum the interval is Wilson's own")
    void oneStratum() {
        StratifiedPrecision told = StratifiedPrecision.of(List.of(new Stratum(1000, 81, 19, 0)));
        Interval wilson = Interval.wilson(81, 100);
        assertThat(told.interval().low()).isCloseTo(wilson.low(), within(1e-12));
        assertThat(told.interval().high()).isCloseTo(wilson.high(), within(1e-12));
    }

    @Test
    @DisplayName("A stratum in which nothing was judged may be anything; nothing judged at all is said")
    void nothingJudged() {
        StratifiedPrecision told =
                StratifiedPrecision.of(List.of(new Stratum(500, 20, 0, 0), new Stratum(500, 0, 0, 2)));
        assertThat(told.precision()).isEqualTo(1);
        assertThat(told.interval().low()).isLessThan(0.5);
        assertThat(told.interval().high()).isEqualTo(1);
        assertThatThrownBy(() -> StratifiedPrecision.of(List.of(new Stratum(5, 0, 0, 2))))
                .hasMessageContaining("no pair was judged");
        assertThatThrownBy(() -> new Stratum(3, 2, 2, 0)).hasMessageContaining("a stratum of 3 pairs");
    }
}
