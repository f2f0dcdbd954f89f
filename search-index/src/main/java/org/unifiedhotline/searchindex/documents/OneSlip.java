package org.unifiedhotline.searchindex.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Slips of the keyboard: a letter more, less or other, two neighbours swapped, or one letter at another place. Two words are
 * one slip apart where they are the same once each has lost a letter at most, so that such words are found as plain terms
 * (symmetric delete, Wolf Garbe 2012), at a tenth of what walking an automaton through all terms costs.
 */
public final class OneSlip {
    /** A shorter word with a slip is any word. */
    public static final int SHORTEST = 3;

    private OneSlip() {}

    /** Whether two words are one slip apart, or the same. */
    public static boolean apart(String one, String other) {
        return one.equals(other) || forms(one).stream().anyMatch(forms(other)::contains);
    }

    /** The word, and the word without each of its letters; a word that is too short alone. */
    public static Set<String> forms(String word) {
        Set<String> forms = new TreeSet<>(Set.of(word));
        for (int at = 0; word.length() >= SHORTEST && at < word.length(); at++) {
            forms.add(word.substring(0, at) + word.substring(at + 1));
        }
        return forms;
    }

    static List<String> forms(Collection<String> words) {
        Set<String> all = new TreeSet<>();
        words.forEach(word -> all.addAll(forms(word)));
        return List.copyOf(all);
    }

    /** A name of several words without each of them, its place kept: two names of which one word differs share one. */
    public static List<String> butOneWord(List<String> words) {
        List<String> all = new ArrayList<>();
        for (int at = 0; words.size() > 1 && at < words.size(); at++) {
            List<String> others = new ArrayList<>(words);
            others.set(at, "*");
            all.add(String.join(" ", others));
        }
        return all;
    }

    static List<String> butOneWord(String[] words) {
        return butOneWord(Arrays.asList(words));
    }

    /** A name without its spaces, where one was forgotten or is too many. */
    public static String withoutSpaces(String name) {
        return name.replace(" ", "");
    }
}
