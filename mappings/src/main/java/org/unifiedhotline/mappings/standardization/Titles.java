package org.unifiedhotline.mappings.standardization;

import java.util.List;
import java.util.Set;

/**
 * Takes forms of address off the front of a name ({@code chị Nguyễn Thị Hoa}, {@code bé Na}), but not where they are
 * the name itself ({@code Anh Thư}).
 */
final class Titles {
    /** By their marks these are never the first word of a name. */
    private static final Set<String> CLEAR = Set.of(
            "chị", "bé", "ông", "bà", "cô", "chú", "cháu", "bác", "dì", "cậu", "mợ", "thím", "dượng", "mẹ", "bố",
            "thầy", "chị gái", "thằng", "ô.", "b.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss");

    /** These are names too, or become ones when typed without marks: they go only before a family name. */
    private static final Set<String> DOUBTFUL =
            Set.of("anh", "em", "con", "chi", "be", "ong", "ba", "co", "chu", "chau", "bac", "di", "cau", "me", "bo");

    private Titles() {}

    /** Whether a word is a title by its marks. */
    static boolean isClear(String word) {
        return CLEAR.contains(Folding.exact(word));
    }

    /** How many words at the front are titles; at least one word stays. */
    static int leading(List<String> words) {
        int titles = 0;
        while (titles < words.size() - 1 && titles < 3 && isTitle(words, titles)) {
            titles++;
        }
        return titles;
    }

    private static boolean isTitle(List<String> words, int at) {
        String word = Folding.composed(words.get(at)).toLowerCase(java.util.Locale.ROOT);
        String next = words.get(at + 1);
        if (CLEAR.contains(word)) {
            return true;
        }
        if (!DOUBTFUL.contains(word)) {
            return false;
        }
        boolean smallBeforeCapital =
                Character.isLowerCase(words.get(at).charAt(0)) && Character.isUpperCase(next.charAt(0));
        return smallBeforeCapital || (beforeFullName(words, at + 1) && !isFamilyNameItself(word));
    }

    /** A family name and at least one name more follow, or another title does. */
    private static boolean beforeFullName(List<String> words, int at) {
        return words.size() - at >= 2
                && ((FamilyNames.isFamilyName(words.get(at)) && !FamilyNames.isDoubtful(words.get(at)))
                        || CLEAR.contains(Folding.exact(words.get(at))));
    }

    /** Chu and Châu are family names: before another one they may be the father's beside the mother's. */
    private static boolean isFamilyNameItself(String word) {
        return word.equals("chu") || word.equals("chau");
    }

    /** Whether the text is nothing but a title, in small letters: nobody's name. */
    static boolean isOnlyTitle(String text) {
        String word = Folding.composed(text.strip());
        return CLEAR.contains(word)
                || (DOUBTFUL.contains(word) && !word.equals("an"))
                || Set.of("anh", "em", "con").contains(word);
    }
}
