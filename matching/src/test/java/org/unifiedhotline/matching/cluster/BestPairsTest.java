package org.unifiedhotline.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BestPairsTest {
    private static final int GROUPS = 9;
    private static final double AT_LEAST = 2;

    private final double[][] averages = new double[GROUPS][GROUPS];
    private final boolean[] closed = new boolean[GROUPS];

    @Test
    @DisplayName("The best pair is the first of the highest average, through any changes")
    void sameAsLookingAtAll() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            for (int a = 0; a < GROUPS; a++) {
                closed[a] = false;
                for (int b = 0; b < GROUPS; b++) {
                    averages[a][b] = random.nextInt(6);
                }
            }
            BestPairs pairs = new BestPairs(GROUPS, AT_LEAST, averages());
            for (int change = 0; change < 30; change++) {
                assertSame(pairs);
                int a = random.nextInt(GROUPS);
                int b = random.nextInt(GROUPS);
                for (int group : new int[] {a, b}) {
                    closed[group] = random.nextInt(4) == 0;
                    for (int other = 0; other < GROUPS; other++) {
                        averages[Math.min(group, other)][Math.max(group, other)] = random.nextInt(6);
                    }
                }
                pairs.changed(a, b);
            }
        }
    }

    private BestPairs.Averages averages() {
        return new BestPairs.Averages() {
            @Override
            public boolean canJoin(int a, int b) {
                return !closed[a] && !closed[b];
            }

            @Override
            public double average(int a, int b) {
                return averages[a][b];
            }
        };
    }

    private void assertSame(BestPairs pairs) {
        int first = -1;
        int partner = -1;
        for (int a = 0; a < GROUPS; a++) {
            for (int b = a + 1; b < GROUPS; b++) {
                boolean open = !closed[a] && !closed[b] && averages[a][b] >= AT_LEAST;
                if (open && (first < 0 || averages[a][b] > averages[first][partner])) {
                    first = a;
                    partner = b;
                }
            }
        }
        assertThat(pairs.first()).isEqualTo(first);
        if (first >= 0) {
            assertThat(pairs.partnerOf(first)).isEqualTo(partner);
        }
    }
}
