package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    @DisplayName("Six digits are kept, of numbers of any size, and what comes out reads as six digits")
    void sixDigits() {
        Random random = new Random(3);
        MathContext six = new MathContext(6, RoundingMode.HALF_EVEN);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(80) - 50);
            assertThat(FrequencyCounter.round(value))
                    .isEqualTo(new BigDecimal(Double.toString(value)).round(six).doubleValue());
        }
        assertThat(FrequencyCounter.round(0.576666)).isEqualTo(0.576666);
        assertThat(FrequencyCounter.round(999_999.6)).isEqualTo(1_000_000);
        assertThat(FrequencyCounter.round(0)).isZero();
        assertThat(FrequencyCounter.round(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
