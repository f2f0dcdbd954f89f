package org.unifiedhotline.searchindex.queries;

/** The slips of the keyboard that Elasticsearch's fuzzy query forgives at one edit, for marking what it found. */
final class OneSlip {
    private OneSlip() {}

    /** Whether two words are equal but for one letter more, less or other, or two neighbours swapped. */
    static boolean apart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        String restOfOne = one.substring(start);
        String restOfOther = other.substring(start);
        return restOfOne.equals(restOfOther)
                || without(restOfOne, 1).equals(restOfOther)
                || without(restOfOther, 1).equals(restOfOne)
                || without(restOfOne, 1).equals(without(restOfOther, 1))
                || swapped(restOfOne).equals(restOfOther);
    }

    private static String without(String text, int letters) {
        return text.length() < letters ? text : text.substring(letters);
    }

    private static String swapped(String text) {
        return text.length() < 2 ? text : "" + text.charAt(1) + text.charAt(0) + text.substring(2);
    }
}
