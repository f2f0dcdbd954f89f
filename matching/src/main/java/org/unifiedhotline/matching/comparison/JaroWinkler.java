package org.unifiedhotline.matching.comparison;

/**
 * Jaro–Winkler similarity: W. E. Winkler, String comparator metrics and enhanced decision rules in the Fellegi–Sunter
 * model of record linkage, 1990; prefix scale 0.1 over at most 4 characters, given only to texts with a Jaro similarity of
 * 0.7 or more. Texts longer than 64 characters are compared by their first 64.
 */
public final class JaroWinkler {
    private static final int LONGEST = 64;

    private JaroWinkler() {}

    /** 0 (nothing alike) to 1 (equal). Two empty texts are equal. */
    public static double similarity(char[] a, char[] b) {
        int n = Math.min(a.length, LONGEST);
        int m = Math.min(b.length, LONGEST);
        if (n == 0 || m == 0) {
            return n == m ? 1 : 0;
        }
        int window = Math.max(0, Math.max(n, m) / 2 - 1);
        long matchedA = 0;
        long matchedB = 0;
        int matches = 0;
        for (int i = 0; i < n; i++) {
            int to = Math.min(m - 1, i + window);
            char c = a[i];
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if (b[j] == c && (matchedB >>> j & 1) == 0) {
                    matchedB |= 1L << j;
                    matchedA |= 1L << i;
                    matches++;
                    break;
                }
            }
        }
        return matches == 0 ? 0 : winkler(a, b, jaro(a, b, matchedA, matchedB, matches, n, m));
    }

    private static double jaro(char[] a, char[] b, long matchedA, long matchedB, int matches, int n, int m) {
        int outOfPlace = 0;
        long left = matchedA;
        long right = matchedB;
        while (left != 0) {
            if (a[Long.numberOfTrailingZeros(left)] != b[Long.numberOfTrailingZeros(right)]) {
                outOfPlace++;
            }
            left &= left - 1;
            right &= right - 1;
        }
        double common = matches;
        return (common / n + common / m + (common - outOfPlace / 2.0) / common) / 3;
    }

    private static double winkler(char[] a, char[] b, double jaro) {
        if (jaro < 0.7) {
            return jaro;
        }
        int prefix = 0;
        int most = Math.min(4, Math.min(a.length, b.length));
        while (prefix < most && a[prefix] == b[prefix]) {
            prefix++;
        }
        return jaro + 0.1 * prefix * (1 - jaro);
    }
}
