package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonName.NameKind;

/**
 * Standardizes names: damaged encodings are repaired where the text shows it, titles and notes taken off, the parts
 * told; "not given" words give no name.
 */
public final class Names {
    /** The flagged field. */
    static final String FIELD = "names";

    private Names() {}

    /**
     * The names of a person, the primary first; further names are those written beside the primary one with a slash or
     * comma, and the primary one in its usual order where it was, or may have been, written given name first.
     *
     * @param whole the field or fields of the main name, joined; null if not given
     * @param others texts of further names, each with one or several separated by comma or slash
     */
    public static List<PersonName> of(@Nullable String whole, List<String> others, Flags flags) {
        List<PersonName> names = new ArrayList<>(2);
        if (whole != null) {
            add(names, whole, NameKind.PRIMARY, FIELD, flags);
        }
        for (String other : others) {
            add(names, other, NameKind.ALIAS, FIELD, flags);
        }
        return names;
    }

    /** The one name of a person named on another's record; null if none was given. */
    public static @Nullable PersonName ofRelated(@Nullable String written, Flags flags) {
        if (written == null) {
            return null;
        }
        List<PersonName> names = new ArrayList<>(1);
        add(names, written, NameKind.PRIMARY, "relatedPersons", flags);
        return names.isEmpty() ? null : names.getFirst();
    }

    private static void add(List<PersonName> names, String written, NameKind kind, String field, Flags flags) {
        CleanedName cleaned = CleanedName.of(written, field, flags);
        NameKind next = kind;
        for (String piece : cleaned.pieces()) {
            addPiece(names, written, piece, next, field, flags);
            next = names.isEmpty() ? kind : NameKind.ALIAS;
        }
        if (kind == NameKind.PRIMARY && names.isEmpty()) {
            flags.add(field, "no-name-given");
        }
    }

    private static void addPiece(
            List<PersonName> names, String written, String piece, NameKind kind, String field, Flags flags) {
        if (NotGiven.isNotGiven(piece) || Titles.isOnlyTitle(piece)) {
            return;
        }
        List<String> words = List.of(piece.split(" "));
        int titles = Titles.leading(words);
        if (titles > 0) {
            flags.add(field, "title-removed");
            words = words.subList(titles, words.size());
        }
        String display = WordCase.sensible(String.join(" ", words));
        if (NotGiven.isNotGiven(display)) {
            return;
        }
        List<String> shown = List.of(display.split(" "));
        NameOrder order = kind == NameKind.PRIMARY ? NameOrder.of(shown) : NameOrder.USUAL;
        List<String> turned = order == NameOrder.USUAL ? shown : NameOrder.turned(shown);
        NameParts parts = NameParts.of(order == NameOrder.GIVEN_FIRST ? turned : shown);
        addNew(names, name(written, kind, display, parts));
        if (order != NameOrder.USUAL) {
            flags.add(field, order == NameOrder.GIVEN_FIRST ? "given-name-first" : "order-doubtful");
            addNew(names, name(written, NameKind.ALIAS, String.join(" ", turned), NameParts.of(turned)));
        }
    }

    private static PersonName name(String written, NameKind kind, String display, NameParts parts) {
        return new PersonName(
                written,
                kind,
                display,
                parts.family(),
                parts.middle(),
                parts.given(),
                Folding.exact(display),
                Folding.toneless(display),
                Folding.fold(display));
    }

    private static void addNew(List<PersonName> names, PersonName name) {
        for (PersonName present : names) {
            if (present.exact().equals(name.exact())) {
                return;
            }
        }
        names.add(name);
    }
}
