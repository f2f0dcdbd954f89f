package org.unifiedhotline.demo.people.names;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's true name in its parts, any of which but the given name may be empty.
 *
 * @param family the family name, first of all; empty where a people has none
 * @param middle middle names, or the word that tells the sex ({@code A}, {@code Y}, {@code H'})
 * @param given the name by which the person is known
 * @param clan the clan of an Ê Đê or Gia Rai name, last of all
 */
public record PersonName(String family, String middle, String given, String clan) {

    public PersonName {
        if (given.isBlank()) {
            throw new IllegalArgumentException("a person has a given name");
        }
    }

    /** A name of the Vietnamese order: family, middle, given. */
    public static PersonName of(String family, String middle, String given) {
        return new PersonName(family, middle, given, "");
    }

    /** The whole name as an official would write it. */
    public String full() {
        return String.join(" ", words());
    }

    /** The words of the whole name in order; {@code H'} is written together with the name that follows. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        addWords(words, family);
        if (middle.equals("H'")) {
            words.add("H'" + given);
        } else {
            addWords(words, middle);
            addWords(words, given);
        }
        addWords(words, clan);
        return words;
    }

    /** The same name without middle names, if it has some that can be left out. */
    public PersonName withoutMiddle() {
        return family.isEmpty() ? this : new PersonName(family, "", given, clan);
    }

    private static void addWords(List<String> words, String part) {
        if (!part.isEmpty()) {
            words.addAll(List.of(part.split(" ")));
        }
    }
}
