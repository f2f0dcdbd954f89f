package org.unifiedhotline.matching.comparison;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Kind;

/**
 * A name: a whole one, whose parts are told apart by their order or by {@code family|middle|given}, or one part alone
 * (which then is the "given" part whatever it is).
 */
final class NameValue extends Value {
    static final int GIVEN = 0;
    static final int FAMILY = 1;
    static final int MIDDLE = 2;
    /** Slots of whole names: how much commoner given or middle names are with this family name than alone. */
    static final int GIVEN_WITH_FAMILY = 3;

    static final int MIDDLE_WITH_FAMILY = 4;

    final @Nullable NamePart given;
    final @Nullable NamePart family;
    final @Nullable NamePart middle;
    /** All folded words in order of the alphabet: equal for names that differ in the order of words. */
    final String sorted;

    final long sortedHash;

    /** The same with marks. */
    final String sortedMarked;

    /** Whether it has no mark at all, as typed on a keyboard without them. */
    final boolean bare;

    final int words;

    /** A further name: a nickname, a name used abroad ({@code ~Na}). */
    final boolean alias;

    NameValue(Attribute attribute, String text, Variants variants) {
        super(attribute.name(), text, attribute.kind() == Kind.FULL_NAME ? 5 : 1);
        alias = text.startsWith("~");
        String[] parts = attribute.kind() == Kind.FULL_NAME
                ? wholeName(text, attribute.givenFirst())
                : new String[] {Folding.marked(text), "", ""};
        given = part(parts[GIVEN], variants);
        family = part(parts[FAMILY], variants);
        middle = part(parts[MIDDLE], variants);
        String[] all = String.join(" ", List.of(parts[FAMILY], parts[MIDDLE], parts[GIVEN]))
                .trim()
                .split(" +");
        Arrays.sort(all);
        words = all.length;
        sortedMarked = String.join(" ", all);
        String[] folded = Folding.folded(sortedMarked).split(" ");
        Arrays.sort(folded);
        sorted = String.join(" ", folded);
        sortedHash = Hashing.of(sorted);
        bare = Folding.isAscii(parts[GIVEN]) && Folding.isAscii(parts[FAMILY]) && Folding.isAscii(parts[MIDDLE]);
    }

    private static @Nullable NamePart part(String marked, Variants variants) {
        return marked.isEmpty() ? null : new NamePart(marked, variants);
    }

    private static String[] wholeName(String written, boolean givenFirst) {
        String text = written.startsWith("~") ? written.substring(1) : written;
        String[] typed = text.split("\\|", -1);
        if (typed.length == 3) {
            return new String[] {Folding.marked(typed[2]), Folding.marked(typed[0]), Folding.marked(typed[1])};
        }
        String[] words = Folding.marked(text).split(" ");
        int last = words.length - 1;
        if (last == 0) {
            return new String[] {words[0], "", ""};
        }
        String between = String.join(" ", Arrays.asList(words).subList(1, last));
        return givenFirst
                ? new String[] {words[0], words[last], between}
                : new String[] {words[last], words[0], between};
    }

    @Nullable
    NamePart part(int which) {
        return which == GIVEN ? given : which == FAMILY ? family : middle;
    }

    @Override
    public List<String> keys(String form) {
        String givenKey = term(GIVEN);
        return one(
                switch (form) {
                    case "given" -> givenKey;
                    case "family" -> term(FAMILY);
                    case "middle" -> term(MIDDLE);
                    case "sound", "givensound" -> Sound.of(givenKey);
                    case "letters" -> letters();
                    case "prefix" -> beginning(givenKey, 3);
                    case "end" -> end(givenKey, 3);
                    default -> sorted;
                });
    }

    /** All its letters in order of the alphabet: letters and words that changed places make no difference. */
    private String letters() {
        char[] letters = sorted.replace(" ", "").toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    @Override
    public long keyHash(String form) {
        return switch (form) {
            case "given" -> hash(given);
            case "family" -> hash(family);
            case "middle" -> hash(middle);
            case "" -> sortedHash;
            default -> super.keyHash(form);
        };
    }

    private static long hash(@Nullable NamePart part) {
        return part == null ? NO_KEY : part.letters.hash();
    }

    @Override
    String term(int slot) {
        if (slot >= GIVEN_WITH_FAMILY) {
            NamePart other = slot == GIVEN_WITH_FAMILY ? given : middle;
            return family == null || other == null ? "" : family.folded + "+" + other.folded;
        }
        NamePart part = part(slot);
        return part == null ? "" : part.folded;
    }
}
