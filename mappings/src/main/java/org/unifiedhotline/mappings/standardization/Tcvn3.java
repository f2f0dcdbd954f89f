package org.unifiedhotline.mappings.standardization;

/** TCVN3 (ABC fonts, TCVN 5712:1993) as it looks when its bytes are read as Latin-1. */
final class Tcvn3 {
    private static final char[] MEANINGS = meanings();

    private Tcvn3() {}

    private static char[] meanings() {
        char[] meanings = new char[0x100];
        for (char code = 0; code < meanings.length; code++) {
            meanings[code] = code;
        }
        for (String[] row : ReferenceTable.rows("tcvn3-bytes.csv", false)) {
            meanings[Integer.parseInt(row[0], 16)] = row[1].charAt(0);
        }
        return meanings;
    }

    /** The text with every code point of the Latin-1 range read as TCVN3, composed. */
    static String decode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char code = text.charAt(at);
            decoded.append(code < MEANINGS.length ? MEANINGS[code] : code);
        }
        return Folding.composed(decoded.toString());
    }
}
