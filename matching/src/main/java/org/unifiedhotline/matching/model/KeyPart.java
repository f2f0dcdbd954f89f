package org.unifiedhotline.matching.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a blocking key: an attribute, or a form of it.
 *
 * @param attribute the attribute's name
 * @param form which form of it; empty for the whole standardized value
 */
public record KeyPart(String attribute, String form) {
    private static final Map<Kind, Set<String>> FORMS = Map.ofEntries(
            Map.entry(Kind.FULL_NAME, Set.of("", "given", "family", "middle", "sorted", "letters", "givensound")),
            Map.entry(Kind.GIVEN_NAME, Set.of("", "sound", "prefix", "end")),
            Map.entry(Kind.FAMILY_NAME, Set.of("", "sound", "prefix", "end")),
            Map.entry(Kind.DATE, Set.of("", "year", "around", "month", "daymonth", "yearday")),
            Map.entry(Kind.TELEPHONE, Set.of("")),
            Map.entry(Kind.IDENTIFIER, Set.of("", "prefix", "end")),
            Map.entry(Kind.EMAIL, Set.of("", "local", "prefix")),
            Map.entry(Kind.TEXT, Set.of("", "sound", "prefix", "end")),
            Map.entry(Kind.CODE, Set.of("", "prefix")),
            Map.entry(Kind.PLACE, Set.of("", "first", "second", "third")),
            Map.entry(Kind.NUMBER, Set.of("")));

    /** Reads {@code attribute} or {@code attribute.form}. */
    public static KeyPart parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new KeyPart(text, "") : new KeyPart(text.substring(0, dot), text.substring(dot + 1));
    }

    /** What is wrong with it for an attribute of this kind, if anything. */
    Optional<String> complaint(Kind kind) {
        Set<String> forms = FORMS.getOrDefault(kind, Set.of(""));
        return forms.contains(form)
                ? Optional.empty()
                : Optional.of("\"" + form + "\" is no form of a " + kind.word() + "; there are "
                        + forms.stream().filter(f -> !f.isEmpty()).sorted().toList());
    }

    @Override
    public String toString() {
        return form.isEmpty() ? attribute : attribute + "." + form;
    }
}
