package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.model.Calibration;
import org.unifiedhotline.matching.training.CalibrationFit.Decided;

class CalibrationFitTest {
    /** Decisions on pairs whose weights are off by so many bits. */
    private static List<Decided> decisions(int pairs, double tooHighBy) {
        Random random = new Random(3);
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            double bits = random.nextDouble() * 16 - 6;
            double probability = 1 / (1 + Math.pow(2, -(bits - tooHighBy)));
            decided.add(new Decided(bits, random.nextDouble() < probability, 1));
        }
        return decided;
    }

    @Test
    @DisplayName("Nothing decided, nothing changed")
    void nothing() {
        assertThat(CalibrationFit.of(List.of())).isEqualTo(Calibration.NONE);
    }

    @Test
    @DisplayName("Weights that promise too much by four bits are lowered by about four, those that are right are left")
    void findsTheShift() {
        Calibration lowered = CalibrationFit.of(decisions(2000, 4));
        assertThat(lowered.of(4)).isCloseTo(0, within(0.6));
        Calibration left = CalibrationFit.of(decisions(2000, 0));
        assertThat(left.of(0)).isCloseTo(0, within(0.4));
        assertThat(left.of(5)).isCloseTo(5, within(0.8));
    }

    @Test
    @DisplayName("The line rises, whatever was decided")
    void rises() {
        List<Decided> upsideDown = new ArrayList<>();
        for (int bits = -8; bits <= 8; bits++) {
            upsideDown.add(new Decided(bits, bits < 0, 10));
        }
        Calibration calibration = CalibrationFit.of(upsideDown);
        assertThat(calibration.slope()).isPositive();
        assertThat(calibration.of(3)).isGreaterThan(calibration.of(2));
    }

    @Test
    @DisplayName("One decision against all evidence moves weights by less than half a bit")
    void oneMistake() {
        Calibration calibration = CalibrationFit.of(List.of(new Decided(20, false, 1)));
        assertThat(calibration.of(5)).isCloseTo(5, within(0.5));
    }

    @Test
    @DisplayName("Three decisions move weights the right way, and by less than three bits")
    void few() {
        Calibration lower = CalibrationFit.of(
                List.of(new Decided(2, false, 1), new Decided(3, false, 1), new Decided(4, false, 1)));
        assertThat(lower.of(3)).isBetween(0.0, 2.9);
        Calibration higher = CalibrationFit.of(
                List.of(new Decided(-2, true, 1), new Decided(-3, true, 1), new Decided(-4, true, 1)));
        assertThat(higher.of(-3)).isBetween(-2.9, 0.0);
    }
}
