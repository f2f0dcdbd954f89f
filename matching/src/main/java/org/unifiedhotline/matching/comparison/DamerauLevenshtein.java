package org.unifiedhotline.matching.comparison;

/**
 * Edit distance with transpositions of neighbours (the restricted one, "optimal string alignment"): F. J. Damerau, A
 * technique for computer detection and correction of spelling errors, CACM 7(3), 1964.
 */
public final class DamerauLevenshtein {
    private static final int LONGEST = 64;
    private final int[] before = new int[LONGEST + 1];
    private final int[] previous = new int[LONGEST + 1];
    private final int[] current = new int[LONGEST + 1];

    /**
     * The distance, or {@code bound + 1} if it is greater than the bound. Texts longer than 64 characters are compared by
     * their first 64.
     */
    public int distance(char[] a, char[] b, int bound) {
        int n = Math.min(a.length, LONGEST);
        int m = Math.min(b.length, LONGEST);
        if (Math.abs(n - m) > bound) {
            return bound + 1;
        }
        int start = 0;
        while (start < n && start < m && a[start] == b[start]) {
            start++;
        }
        while (n > start && m > start && a[n - 1] == b[m - 1]) {
            n--;
            m--;
        }
        if (bound > 2) {
            return fill(a, b, start, n - start, m - start, bound);
        }
        for (int distance = 0; distance <= bound; distance++) {
            if (isWithin(a, start, n, b, start, m, distance)) {
                return distance;
            }
        }
        return bound + 1;
    }

    /**
     * Whether few edits lead from a[i..n) to b[j..m): the first place where they differ needs one, and what follows the
     * rest. For bounds of 1 and 2, which is all that comparing people asks for, this spares the table.
     */
    private static boolean isWithin(char[] a, int i, int n, char[] b, int j, int m, int bound) {
        int left = i;
        int right = j;
        while (left < n && right < m && a[left] == b[right]) {
            left++;
            right++;
        }
        if (left == n || right == m) {
            return n - left + m - right <= bound;
        }
        if (bound == 0 || Math.abs(n - left - (m - right)) > bound) {
            return false;
        }
        return isWithin(a, left + 1, n, b, right + 1, m, bound - 1)
                || isWithin(a, left + 1, n, b, right, m, bound - 1)
                || isWithin(a, left, n, b, right + 1, m, bound - 1)
                || (left + 1 < n
                        && right + 1 < m
                        && a[left] == b[right + 1]
                        && a[left + 1] == b[right]
                        && isWithin(a, left + 2, n, b, right + 2, m, bound - 1));
    }

    private int fill(char[] a, char[] b, int start, int n, int m, int bound) {
        if (n == 0 || m == 0) {
            return Math.min(n + m, bound + 1);
        }
        for (int j = 0; j <= m; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            if (row(a, b, start, i, m) > bound) {
                return bound + 1;
            }
            System.arraycopy(previous, 0, before, 0, m + 1);
            System.arraycopy(current, 0, previous, 0, m + 1);
        }
        return Math.min(previous[m], bound + 1);
    }

    /** Fills row i and returns the least value of it and of the row before, below which no later row can fall. */
    private int row(char[] a, char[] b, int start, int i, int m) {
        char left = a[start + i - 1];
        int least = i;
        int leastBefore = previous[0];
        current[0] = i;
        for (int j = 1; j <= m; j++) {
            char right = b[start + j - 1];
            int best = previous[j - 1] + (left == right ? 0 : 1);
            best = Math.min(best, Math.min(previous[j], current[j - 1]) + 1);
            if (i > 1 && j > 1 && left == b[start + j - 2] && a[start + i - 2] == right) {
                best = Math.min(best, before[j - 2] + 1);
            }
            current[j] = best;
            least = Math.min(least, best);
            leastBefore = Math.min(leastBefore, previous[j]);
        }
        return Math.min(least, leastBefore);
    }
}
