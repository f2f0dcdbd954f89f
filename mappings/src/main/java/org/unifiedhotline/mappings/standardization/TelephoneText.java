package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;

/** Finds the numbers in what was typed into a telephone field, with the words around them left out. */
final class TelephoneText {

    private TelephoneText() {}

    /**
     * Digits that belong together.
     *
     * @param international whether {@code +} stood before them
     */
    record Candidate(String digits, boolean international) {}

    /**
     * The runs of at least three digits, in order. Spaces, dots, dashes and brackets part no number; letters, slashes
     * and commas do, and so does a bracket that opens behind a whole number ({@code 0912345678 (17h)}). The letter O directly before digits counts as zero.
     */
    static List<Candidate> candidates(String text) {
        List<Candidate> found = new ArrayList<>(1);
        List<String> groups = new ArrayList<>(4);
        StringBuilder group = new StringBuilder();
        boolean plus = false;
        for (int at = 0; at <= text.length(); at++) {
            char letter = at == text.length() ? ',' : text.charAt(at);
            int digit = digit(text, at, letter);
            if (digit >= 0) {
                group.append((char) ('0' + digit));
                continue;
            }
            endGroup(groups, group);
            boolean startsAnew = letter == '+';
            boolean remark =
                    letter == '(' && groups.stream().mapToInt(String::length).sum() >= 9;
            if (startsAnew || remark || !isInside(letter)) {
                endNumber(found, groups, plus);
                plus = startsAnew;
            }
        }
        return found;
    }

    private static int digit(String text, int at, char letter) {
        if (letter == 'O' || letter == 'o') {
            boolean before = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            boolean first = at == 0 || !Character.isLetter(text.charAt(at - 1));
            return before && first ? 0 : -1;
        }
        return Character.digit(letter, 10);
    }

    private static boolean isInside(char letter) {
        return letter == ' '
                || letter == '.'
                || letter == '-'
                || letter == '('
                || letter == ')'
                || letter == '\u00A0'
                || letter == '\u2013'
                || Letters.isZeroWidth(letter);
    }

    private static void endGroup(List<String> groups, StringBuilder group) {
        if (!group.isEmpty()) {
            groups.add(group.toString());
            group.setLength(0);
        }
    }

    /** Groups that are too long for one number are two numbers beside each other: each then begins with a 0. */
    private static void endNumber(List<Candidate> found, List<String> groups, boolean plus) {
        StringBuilder digits = new StringBuilder();
        for (String group : groups) {
            if (digits.length() >= 9 && group.startsWith("0") && group.length() >= 3) {
                addNumber(found, digits, plus);
            }
            digits.append(group);
        }
        addNumber(found, digits, plus);
        groups.clear();
    }

    private static void addNumber(List<Candidate> found, StringBuilder digits, boolean plus) {
        if (digits.length() >= 3) {
            found.add(new Candidate(
                    digits.toString(),
                    plus && (found.isEmpty() || !digits.toString().startsWith("0"))));
        }
        digits.setLength(0);
    }
}
