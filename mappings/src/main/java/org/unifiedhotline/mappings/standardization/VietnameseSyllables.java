package org.unifiedhotline.mappings.standardization;

import java.util.Set;

/**
 * Tells whether a word is a syllable of Vietnamese as it is spelt: an initial, a rime, and a tone that the rime allows.
 *
 * <p>The table is wide rather than narrow (regional and rare rimes are in it): it decides whether a damaged text was
 * rightly repaired, not whether a word stands in a dictionary.
 */
public final class VietnameseSyllables {
    private static final String[] INITIALS = {
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", ""
    };

    private static final Set<String> RIMES = Set.of((
            // one vowel
            "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
                    + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu "
                    + "o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
                    + "u uc ui um un ung up ut ư ưc ưi ưm ưn ưng ưt ưu y "
                    // two and three vowels
                    + "ia iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu "
                    + "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
                    + "ooc oong ua uân uâng uât uây uê uêch uên uênh uêt uôc uôi uôm uôn uông uôp uôt uơ uơn "
                    + "uy uya uych uyên uyêt uyn uynh uyp uyt uyu ưa ươc ươi ươm ươn ương ươp ươt ươu "
                    // after qu and gi, which hold a vowel of their own
                    + "yn ynh yt ych êng")
            .split(" "));

    private static final int ANY_TONE = -1;

    private VietnameseSyllables() {}

    /** Whether a single word, in any case and composed or not, is a syllable. */
    public static boolean isSyllable(String word) {
        return isSyllable(word, false);
    }

    /** As {@link #isSyllable(String)}, but a tone that the rime demands may be missing ({@code Quôc} for Quốc). */
    static boolean isSyllableButForItsTone(String word) {
        return isSyllable(word, true);
    }

    private static boolean isSyllable(String word, boolean toneMayMiss) {
        String composed = Folding.composed(word);
        StringBuilder bare = new StringBuilder(composed.length());
        int tone = 0;
        for (int at = 0; at < composed.length(); at++) {
            char letter = Letters.plainD(Character.toLowerCase(composed.charAt(at)));
            int here = Letters.tone(letter);
            if (here > 0 && tone > 0) {
                return false;
            }
            tone = Math.max(tone, here);
            bare.append(Letters.withoutTone(letter));
        }
        return isSpelt(bare.toString(), toneMayMiss && tone == 0 ? ANY_TONE : tone);
    }

    private static boolean isSpelt(String bare, int tone) {
        for (String initial : INITIALS) {
            if (bare.startsWith(initial) && rimeFits(bare.substring(initial.length()), tone)) {
                return true;
            }
        }
        return false;
    }

    /** A rime that ends in a stop (c, ch, p, t) is spoken with sắc or nặng only. */
    private static boolean rimeFits(String rime, int tone) {
        if (!RIMES.contains(rime)) {
            return false;
        }
        boolean stop = rime.endsWith("c") || rime.endsWith("ch") || rime.endsWith("p") || rime.endsWith("t");
        return !stop || tone == 1 || tone == 5 || tone == ANY_TONE;
    }
}
