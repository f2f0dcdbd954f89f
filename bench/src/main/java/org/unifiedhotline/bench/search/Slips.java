package org.unifiedhotline.bench.search;

/** Whether two words are one slip of the keyboard apart, or none: written anew, so that the search is not its own judge. */
final class Slips {
    private Slips() {}

    static boolean atMostOne(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, distance, i, j);
            }
        }
        return distance[one.length()][other.length()] <= 1;
    }

    private static int cheapest(String one, String other, int[][] distance, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best =
                Math.min(distance[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
    }
}
