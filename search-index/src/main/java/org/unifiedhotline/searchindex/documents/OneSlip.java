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
    public static final int SHORTEST = 2;

    private static final int SHORTEST_TO_LOSE_A_LETTER = 3;
    private static final String MARK_OF_FIRST_LETTER = "^";

    private OneSlip() {}

    /** Whether a typed word is a name's, or one slip apart from it. */
    public static boolean apart(String typed, String ofName) {
        return typed.equals(ofName) || ofTyped(typed).stream().anyMatch(ofName(ofName)::contains);
    }

    /**
     * The forms by which a typed word is looked for: itself, and itself without each of its letters. Of two letters it is only a
     * word of three whose first letter stands: {@code du} may be Đức, but {@code an} no Văn.
     */
    public static Set<String> ofTyped(String word) {
        return word.length() < SHORTEST_TO_LOSE_A_LETTER ? Set.of(MARK_OF_FIRST_LETTER + word) : forms(word);
    }

    /** The forms by which a word of a name is found. */
    static Set<String> ofName(String word) {
        Set<String> forms = forms(word);
        if (word.length() == SHORTEST_TO_LOSE_A_LETTER) {
            forms.add(MARK_OF_FIRST_LETTER + word.charAt(0) + word.charAt(1));
            forms.add(MARK_OF_FIRST_LETTER + word.charAt(0) + word.charAt(2));
        }
        return forms;
    }

    static List<String> ofNames(Collection<String> words) {
        Set<String> all = new TreeSet<>();
        words.forEach(word -> all.addAll(ofName(word)));
        return List.copyOf(all);
    }

    private static Set<String> forms(String word) {
        Set<String> forms = new TreeSet<>(Set.of(word));
        for (int at = 0; word.length() >= SHORTEST_TO_LOSE_A_LETTER && at < word.length(); at++) {
            forms.add(word.substring(0, at) + word.substring(at + 1));
        }
        return forms;
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
