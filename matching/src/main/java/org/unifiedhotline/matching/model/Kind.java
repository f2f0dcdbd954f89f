package org.unifiedhotline.matching.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an attribute is, hence how it is read and compared. The constants of levels are the comparators' contract. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of: immutable, though their type does not say so
public enum Kind {
    FULL_NAME(
            "full-name",
            new Feature("given", Role.GIVEN_NAME, Levels.NAME_PART),
            new Feature("family", Role.FAMILY_NAME, Levels.NAME_PART),
            new Feature("middle", Role.MIDDLE_NAME, Levels.MIDDLE)),
    GIVEN_NAME("given-name", new Feature("", Role.GIVEN_NAME, Levels.NAME_PART)),
    FAMILY_NAME("family-name", new Feature("", Role.FAMILY_NAME, Levels.NAME_PART)),
    DATE("date", new Feature("", Role.BIRTH, Levels.DATE)),
    TELEPHONE("telephone", new Feature("", Role.CONTACT, Levels.TELEPHONE)),
    IDENTIFIER("identifier", new Feature("", Role.IDENTIFIER, Levels.IDENTIFIER)),
    EMAIL("email", new Feature("", Role.CONTACT, Levels.EMAIL)),
    TEXT("text", new Feature("", Role.FREE, Levels.TEXT)),
    CODE("code", new Feature("", Role.TRAIT, Levels.CODE)),
    PLACE("place", new Feature("", Role.SHARED, Levels.PLACE)),
    NUMBER("number", new Feature("", Role.FREE, Levels.NUMBER));

    private final String word;
    private final List<Feature> features;

    Kind(String word, Feature... features) {
        this.word = word;
        this.features = List.of(features);
    }

    /** The word for it in model files. */
    public String word() {
        return word;
    }

    /** Its features, named by their part of the attribute's name. */
    List<Feature> features() {
        return features;
    }

    /** The kind of a word in a model file. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
