package org.unifiedhotline.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    @Test
    @DisplayName("Clusters without a fault leave nothing open")
    void noFault() {
        List<String> labels = List.of("a", "a", "b", "b", "c");
        BlockBootstrap intervals = BlockBootstrap.of(labels, labels, 1);
        assertThat(intervals.precision()).isEqualTo(new Interval(1, 1));
        assertThat(intervals.bCubedF1()).isEqualTo(new Interval(1, 1));
    }

    @Test
    @DisplayName("Of 100 pairs found 90 are true: the interval holds 0.9 and reaches about as far as that of 100 tries")
    void holdsTheFigure() {
        List<String> persons = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        for (int pair = 0; pair < 100; pair++) {
            persons.addAll(List.of("p" + pair, pair < 90 ? "p" + pair : "q" + pair));
            clusters.addAll(List.of("c" + pair, "c" + pair));
        }
        Interval precision = BlockBootstrap.of(persons, clusters, 1).precision();
        assertThat(precision.low()).isBetween(0.82, 0.86);
        assertThat(precision.high()).isBetween(0.94, 0.97);
        assertThat(BlockBootstrap.of(persons, clusters, 1)).isEqualTo(BlockBootstrap.of(persons, clusters, 1));
    }

    @Test
    @DisplayName(
            "Ten pairs of one wrong cluster are one fault, not ten: the interval is wider than that of single pairs")
    void blocksNotPairs() {
        List<String> persons = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        for (int one = 0; one < 20; one++) {
            for (int copy = 0; copy < 5; copy++) {
                persons.add(one < 2 ? "p" + one + copy : "p" + one);
                clusters.add("c" + one);
            }
        }
        Interval precision = BlockBootstrap.of(persons, clusters, 1).precision();
        Interval asPairs = Interval.wilson(180, 200);
        assertThat(precision.high() - precision.low()).isGreaterThan(asPairs.high() - asPairs.low());
    }
}
