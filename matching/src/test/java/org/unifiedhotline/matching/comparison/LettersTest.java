package org.unifiedhotline.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LettersTest {
    private final DamerauLevenshtein edits = new DamerauLevenshtein();

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 90 : 9);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(6)));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        int at = random.nextInt(word.length());
        return random.nextBoolean()
                ? word.substring(0, at) + "z" + word.substring(at)
                : word.substring(0, at) + word.substring(at + 1) + "b";
    }

    @Test
    @DisplayName("What the letters rule out, the kernels rule out, too")
    void neverRulesOutTooMuch() {
        Random random = new Random(11);
        int ruledOut = 0;
        for (int i = 0; i < 50_000; i++) {
            String left = word(random);
            Letters a = Letters.of(left);
            Letters b = Letters.of(random.nextBoolean() ? word(random) : changed(left, random));
            for (int bound = 1; bound <= 2; bound++) {
                if (!a.mayBeWithin(b, bound)) {
                    ruledOut++;
                    assertThat(edits.distance(a.chars, b.chars, bound))
                            .as("%s | %s", a.text, b.text)
                            .isGreaterThan(bound);
                }
            }
            for (double threshold : new double[] {0.82, 0.88, 0.92}) {
                if (!a.mayBeAlike(b, threshold)) {
                    ruledOut++;
                    assertThat(JaroWinkler.similarity(a.chars, b.chars))
                            .as("%s | %s", a.text, b.text)
                            .isLessThan(threshold);
                }
            }
            if (!a.mayBeIn(b)) {
                ruledOut++;
                assertThat(b.text).doesNotContain(a.text);
            }
        }
        assertThat(ruledOut).isGreaterThan(100_000);
    }

    @Test
    @DisplayName("Texts are the same if their letters are")
    void sameIfEqual() {
        assertThat(Letters.of("hoa").isSame(Letters.of("hoa"))).isTrue();
        assertThat(Letters.of("hoa").isSame(Letters.of("hao"))).isFalse();
        assertThat(Letters.of("")).isSameAs(Letters.NONE);
    }
}
