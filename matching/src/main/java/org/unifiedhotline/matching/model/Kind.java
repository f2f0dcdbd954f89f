package org.unifiedhotline.matching.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an attribute is, hence how it is read and compared. The constants of levels are the comparators' contract. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of: immutable, though their type does not say so
public enum Kind {
    FULL_NAME(
            "full-name",
            new Feature("given", false, Levels.NAME_PART),
            new Feature("family", true, Levels.NAME_PART),
            new Feature("middle", false, Levels.MIDDLE)),
    GIVEN_NAME("given-name", new Feature("", false, Levels.NAME_PART)),
    FAMILY_NAME("family-name", new Feature("", true, Levels.NAME_PART)),
    DATE("date", new Feature("", false, Levels.DATE)),
    TELEPHONE("telephone", new Feature("", true, Levels.TELEPHONE)),
    IDENTIFIER("identifier", new Feature("", false, Levels.IDENTIFIER)),
    EMAIL("email", new Feature("", true, Levels.EMAIL)),
    TEXT("text", new Feature("", true, Levels.TEXT)),
    CODE("code", new Feature("", false, Levels.CODE)),
    PLACE("place", new Feature("", true, Levels.PLACE)),
    NUMBER("number", new Feature("", true, Levels.NUMBER));

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
