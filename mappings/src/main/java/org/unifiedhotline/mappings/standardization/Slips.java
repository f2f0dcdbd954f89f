package org.unifiedhotline.mappings.standardization;

/** Slips of the keyboard: one letter too much, too little, wrong, or two in the wrong order. */
final class Slips {

    private Slips() {}

    /** Whether the words are equal or one slip apart (restricted Damerau–Levenshtein distance of at most 1). */
    static boolean within1(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - start - end;
        int right = other.length() - start - end;
        boolean swapped = left == 2
                && right == 2
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return swapped || (left <= 1 && right <= 1);
    }
}
