package org.unifiedhotline.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KernelsTest {
    private final DamerauLevenshtein edits = new DamerauLevenshtein();

    @Test
    @DisplayName("Jaro–Winkler gives what commons-text gives, for ten thousand random pairs")
    void jaroWinklerAgreesWithTheLibrary() {
        JaroWinklerSimilarity oracle = new JaroWinklerSimilarity();
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            String a = word(random);
            String b = random.nextBoolean() ? word(random) : slip(a, random);
            assertThat(JaroWinkler.similarity(a.toCharArray(), b.toCharArray()))
                    .as("%s | %s", a, b)
                    .isCloseTo(oracle.apply(a, b), within(1e-9));
        }
    }

    @Test
    @DisplayName("The edit distance is the library's Levenshtein distance or, with a transposition, less")
    void editDistanceIsBoundedByTheLibrarys() {
        Random random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            String a = word(random);
            String b = random.nextBoolean() ? word(random) : slip(a, random);
            int oracle = LevenshteinDistance.getDefaultInstance().apply(a, b);
            int ours = edits.distance(a.toCharArray(), b.toCharArray(), 64);
            assertThat(ours).as("%s | %s", a, b).isEqualTo(plain(a, b)).isLessThanOrEqualTo(oracle);
        }
    }

    @Test
    @DisplayName("A bound is kept: beyond it the answer is the bound plus one")
    void boundIsKept() {
        Random random = new Random(9);
        for (int i = 0; i < 10_000; i++) {
            String a = word(random);
            String b = random.nextBoolean() ? word(random) : slip(a, random);
            int whole = plain(a, b);
            for (int bound = 0; bound < 4; bound++) {
                assertThat(edits.distance(a.toCharArray(), b.toCharArray(), bound))
                        .as("%s | %s within %d", a, b, bound)
                        .isEqualTo(Math.min(whole, bound + 1));
            }
        }
    }

    @Test
    @DisplayName("Two neighbours swapped are one slip")
    void transpositionIsOne() {
        assertThat(edits.distance("hoang".toCharArray(), "haong".toCharArray(), 2))
                .isEqualTo(1);
    }

    /** The textbook recursion with a full table. */
    private static int plain(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static String word(Random random) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            out.append((char) ('a' + random.nextInt(5)));
        }
        return out.toString();
    }

    private static String slip(String word, Random random) {
        if (word.length() < 2) {
            return word + "a";
        }
        int at = random.nextInt(word.length() - 1);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + "e" + word.substring(at);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
