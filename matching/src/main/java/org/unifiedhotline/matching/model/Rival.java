package org.unifiedhotline.matching.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Classes of pairs that may look like one person and are two, and that a model reckons with. */
public enum Rival {
    /** People of one household: they share a family name, a place, a telephone, parents. */
    RELATIVES,
    /** People of one name, where names are commoner together than each part tells. */
    NAMESAKES,
    /** People who share all but the given name. Not for tables in which a given name may be garbled beyond knowing. */
    TWINS;

    /** What a model reckons with that says nothing of it. */
    public static final List<Rival> USUAL = List.of(RELATIVES, NAMESAKES);

    /** The word for it in model files and explanations. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rival of a word in a model file. */
    public static Optional<Rival> of(String word) {
        return Arrays.stream(values())
                .filter(rival -> rival.word().equals(word))
                .findFirst();
    }
}
