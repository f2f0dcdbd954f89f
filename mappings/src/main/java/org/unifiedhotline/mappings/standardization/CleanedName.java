package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;

/**
 * A written name made clean: encoding repaired, composed, single spaces, without notes; one piece for each name that
 * it lists.
 *
 * @param pieces the names, in the order written; each of words with single spaces, not empty
 */
record CleanedName(List<String> pieces) {
    /** Nobody has as many names; a field that lists more is a note, and must not grow by its square. */
    private static final int MOST_PIECES = 50;

    static CleanedName of(String written, String field, Flags flags) {
        String text = repaired(written, field, flags);
        String withoutNotes = withoutRemark(withoutBrackets(text));
        if (withoutNotes.length() < text.length()) {
            flags.add(field, "note-removed");
        }
        List<String> pieces = new ArrayList<>(1);
        if (NotGiven.isNotGiven(withoutNotes)) {
            return new CleanedName(pieces);
        }
        int start = 0;
        for (int at = 0; at <= withoutNotes.length(); at++) {
            if (pieces.size() == MOST_PIECES) {
                flags.add(field, "note-removed");
                break;
            }
            if (at == withoutNotes.length() || isSeparator(withoutNotes.charAt(at))) {
                String piece = words(withoutNotes.substring(start, at), field, flags);
                if (!piece.isEmpty()) {
                    pieces.add(piece);
                }
                start = at + 1;
            }
        }
        return new CleanedName(pieces);
    }

    private static String repaired(String written, String field, Flags flags) {
        String composed = Folding.composed(written);
        LegacyEncodings.Repaired repaired = LegacyEncodings.repair(composed);
        if (repaired == null) {
            return composed.replace('\u00A0', ' ');
        }
        flags.add(field, repaired.code());
        return repaired.text().replace('\u00A0', ' ');
    }

    private static boolean isSeparator(char letter) {
        return letter == ',' || letter == '/' || letter == ';' || letter == '|';
    }

    /** Notes stand in brackets; an opening one without its closing one takes the rest. */
    private static String withoutBrackets(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '(' || letter == '[') {
                depth++;
            } else if (letter == ')' || letter == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                rest.append(letter);
            }
        }
        return rest.toString();
    }

    /** A remark may follow behind a dash: {@code Hoa - mẹ cháu}. */
    private static String withoutRemark(String text) {
        int dash = text.indexOf(" - ");
        return dash > 0 && !text.substring(0, dash).isBlank() ? text.substring(0, dash) : text;
    }

    /**
     * The words with single spaces; words with digits are left out; full stops part words
     * ({@code Ng.V.A}); {@code H' Yuên} and {@code H Yuên} become {@code H'Yuên}.
     */
    private static String words(String text, String field, Flags flags) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        boolean digits = false;
        for (int at = 0; at <= text.length(); at++) {
            char letter = at == text.length() ? ' ' : Letters.plainD(Letters.apostrophe(text.charAt(at)));
            boolean inside = Character.isLetter(letter)
                    || letter == '\''
                    || (letter == '-' && !word.isEmpty())
                    || Character.isSurrogate(letter)
                    || Character.getType(letter) == Character.NON_SPACING_MARK;
            if (inside || Character.isDigit(letter)) {
                digits |= Character.isDigit(letter);
                word.append(letter);
            } else if (!Letters.isZeroWidth(letter) && !word.isEmpty()) {
                digits = addWord(words, word, digits, field, flags);
            }
        }
        return joined(words);
    }

    private static boolean addWord(List<String> words, StringBuilder word, boolean digits, String field, Flags flags) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == '-') {
            end--;
        }
        if (digits) {
            flags.add(field, "note-removed");
        } else if (end > 0) {
            words.add(word.substring(0, end));
        }
        word.setLength(0);
        return false;
    }

    private static String joined(List<String> words) {
        if (words.size() > 1 && isLooseH(words.getFirst())) {
            String first = words.removeFirst();
            words.set(0, first.charAt(0) + "'" + words.getFirst());
        }
        return String.join(" ", words);
    }

    private static boolean isLooseH(String word) {
        return word.equalsIgnoreCase("H'") || word.equalsIgnoreCase("H");
    }
}
