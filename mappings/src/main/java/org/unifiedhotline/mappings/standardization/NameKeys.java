package org.unifiedhotline.mappings.standardization;

/**
 * The keys of a name in three strengths; see {@link Folding} for what each keeps.
 *
 * @param exact lower case, marks kept
 * @param toneless insensitive to where the tone mark sits
 * @param folded no marks at all
 */
public record NameKeys(String exact, String toneless, String folded) {

    public static NameKeys of(String name) {
        return new NameKeys(Folding.exact(name), Folding.toneless(name), Folding.fold(name));
    }
}
