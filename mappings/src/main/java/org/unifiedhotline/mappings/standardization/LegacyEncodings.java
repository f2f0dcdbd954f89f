package org.unifiedhotline.mappings.standardization;

import org.jspecify.annotations.Nullable;

/**
 * Repairs text that was keyed in an old Vietnamese encoding and stored as if it were Latin-1: TCVN3 (ABC), VNI, VIQR,
 * and UTF-8 read as Windows-1252.
 *
 * <p>Only where the text shows it: as it stands it must hold words that cannot be Vietnamese, and repaired every
 * changed word must be a syllable (or of an Ê Đê form). A good foreign name ({@code Müller}, {@code José}) passes
 * neither test and stays.
 */
final class LegacyEncodings {

    private LegacyEncodings() {}

    /** A repaired text and the flag code that says from what. */
    record Repaired(String text, String code) {}

    /**
     * The repaired text, or null if nothing shows that it is damaged.
     *
     * @param written with the no-break spaces that it has: one may be half of an {@code à}
     */
    static @Nullable Repaired repair(String written) {
        String text = written.replace('\u00A0', ' ');
        if (Folding.isAscii(text)) {
            return Viqr.shows(text) ? accepted(text, Viqr.decode(text), "repaired-viqr") : null;
        }
        boolean wrong = looksWrong(text);
        String fromUtf8 = wrong || !written.equals(text) ? Utf8AsLatin.decode(written) : null;
        if (fromUtf8 != null && !looksWrong(fromUtf8)) {
            return new Repaired(Folding.composed(fromUtf8), "repaired-utf8");
        }
        if (!wrong) {
            return null;
        }
        // A title before the name may have been added later, in today's encoding.
        int space = text.indexOf(' ');
        String title = space > 0 && !isLatin1(text) && Titles.isClear(text.substring(0, space))
                ? text.substring(0, space + 1)
                : "";
        String name = text.substring(title.length());
        if (!isLatin1(name)) {
            return null;
        }
        Repaired tcvn3 = accepted(text, title + Tcvn3.decode(name), "repaired-tcvn3");
        Repaired vni = accepted(text, title + Vni.decode(name), "repaired-vni");
        return tcvn3 == null || (vni != null && isRatherVni(tcvn3, vni, title.length())) ? vni : tcvn3;
    }

    /** Where both make syllables, a family name at the front decides: {@code Leâ Nhö} is Lê Như, not Leõ Nhử. */
    private static boolean isRatherVni(Repaired tcvn3, Repaired vni, int from) {
        return beginsWithFamilyName(vni.text(), from) && !beginsWithFamilyName(tcvn3.text(), from);
    }

    private static boolean beginsWithFamilyName(String text, int from) {
        String first = text.substring(Math.min(from, text.length())).split(" ", 2)[0];
        return FamilyNames.isFamilyName(Folding.exact(first));
    }

    /** Whether a word with letters above ASCII cannot be Vietnamese as it stands. */
    private static boolean looksWrong(String text) {
        for (String word : text.split(" ")) {
            if (!isGoodAsItIs(word)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Repaired accepted(String before, String after, String code) {
        if (after.equals(before)) {
            return null;
        }
        String[] old = before.split(" ");
        String[] repaired = after.split(" ");
        if (old.length != repaired.length) {
            return null;
        }
        int mended = 0;
        for (int at = 0; at < old.length; at++) {
            boolean changed = !old[at].equals(repaired[at]);
            if (changed && !isPlausible(repaired[at])) {
                return null;
            }
            mended += changed && !isGoodAsItIs(old[at]) && !isForeign(old[at]) ? 1 : 0;
        }
        return mended == 0 ? null : new Repaired(WordCase.afterRepair(before, after), code);
    }

    /** Without letters above ASCII, or plausible, be it for a tone that was left out, as people do. */
    private static boolean isGoodAsItIs(String word) {
        return Folding.isAscii(word)
                ? !Viqr.shows(word)
                : isPlausible(word) || VietnameseSyllables.isSyllableButForItsTone(trimmed(word));
    }

    /** A Vietnamese syllable, or a word of an Ê Đê name; punctuation around it does not count. */
    private static boolean isPlausible(String word) {
        String letters = trimmed(word);
        return letters.isEmpty() || VietnameseSyllables.isSyllable(letters) || isEdeWord(letters);
    }

    private static boolean isEdeWord(String word) {
        boolean prefixed =
                word.length() > 2 && word.charAt(1) == '\'' && (word.charAt(0) == 'H' || word.charAt(0) == 'h');
        String rest = prefixed ? word.substring(2) : word;
        return FamilyNames.isClan(Folding.exact(rest))
                || (prefixed && rest.chars().allMatch(LegacyEncodings::isVietnamese));
    }

    private static boolean isVietnamese(int letter) {
        return Character.isLetter(letter) && "ªºµßþðæøåäëïöüÿñç".indexOf(Character.toLowerCase(letter)) < 0;
    }

    /** Pinyin lü, nü and French Loïc look like damage and are none. */
    private static boolean isForeign(String word) {
        return switch (Folding.exact(word)) {
            case "lü", "nü", "loïc" -> true;
            default -> false;
        };
    }

    private static String trimmed(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && isPunctuation(word.charAt(from))) {
            from++;
        }
        while (to > from && isPunctuation(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to);
    }

    private static boolean isPunctuation(char letter) {
        return letter < 0x80 && !Character.isLetterOrDigit(letter);
    }

    private static boolean isLatin1(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}
