package org.unifiedhotline.bench.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Made-up words whose shares fall as those of real names do (Zipf's law), so that some are very common and most are rare. */
final class NameStock {
    private static final String[] ONSETS = {
        "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "th",
        "v", "w"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ie", "oo", "y"};
    private static final String[] ENDS = {"", "n", "r", "l", "s", "th", "nd", "ck", "m", "t"};

    private final List<String> words;
    private final double[] upTo;

    /**
     * @param size how many words
     * @param exponent how fast shares fall: 1 as family names, less for streets
     */
    NameStock(int size, double exponent, SplittableRandom random) {
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < size) {
            StringBuilder word = new StringBuilder();
            int syllables = 2 + random.nextInt(2);
            for (int i = 0; i < syllables; i++) {
                word.append(one(ONSETS, random)).append(one(VOWELS, random));
            }
            made.add(word.append(one(ENDS, random)).toString());
        }
        words = new ArrayList<>(made);
        upTo = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.pow(i + 4.0, -exponent);
            upTo[i] = sum;
        }
    }

    private static String one(String[] of, SplittableRandom random) {
        return of[random.nextInt(of.length)];
    }

    /** A word, common ones more often. */
    String draw(SplittableRandom random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at));
    }
}
