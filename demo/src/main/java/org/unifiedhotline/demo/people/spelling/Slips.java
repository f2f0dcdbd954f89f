package org.unifiedhotline.demo.people.spelling;

import org.unifiedhotline.demo.people.chance.Chance;

/** Slips of the keyboard: a letter doubled, dropped, hit beside or swapped with the next; a wrong digit. */
final class Slips {

    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private Slips() {}

    /** One slip somewhere in a text of two characters or more. */
    static String slip(String text, Chance chance) {
        if (text.length() < 2) {
            return text;
        }
        int at = chance.below(text.length() - 1);
        String before = text.substring(0, at);
        char letter = text.charAt(at);
        String after = text.substring(at + 1);
        return switch (chance.below(4)) {
            case 0 -> before + letter + letter + after;
            case 1 -> at == 0 ? text : before + after;
            case 2 -> before + beside(letter, chance) + after;
            default -> before + after.charAt(0) + letter + after.substring(1);
        };
    }

    /** One digit replaced by another. */
    static String wrongDigit(String number, Chance chance) {
        int at = chance.below(number.length());
        while (!Character.isDigit(number.charAt(at))) {
            at = (at + 1) % number.length();
        }
        char digit = (char) ('0' + (number.charAt(at) - '0' + chance.between(1, 9)) % 10);
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private static char beside(char letter, Chance chance) {
        for (String row : ROWS) {
            int at = row.indexOf(Character.toLowerCase(letter));
            if (at >= 0) {
                return row.charAt(at == 0 ? 1 : at == row.length() - 1 ? at - 1 : at + (chance.happens(0.5) ? 1 : -1));
            }
        }
        return letter;
    }
}
