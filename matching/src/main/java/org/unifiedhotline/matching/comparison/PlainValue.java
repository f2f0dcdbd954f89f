package org.unifiedhotline.matching.comparison;

import java.util.List;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Kind;

/** A text, code, number, telephone, e-mail address or identifier: its letters, folded, and for some what it splits into. */
final class PlainValue extends Value {
    final String folded;
    final Letters letters;
    /** The type of an identifier, the part of an e-mail address before the @; else empty. */
    final String head;

    /** An identifier whose own checks fail ({@code cccd?:001…}): it may agree, but never speaks for two people. */
    final boolean doubtful;

    final Letters headLetters;
    /** The number it says, or NaN. */
    final double number;

    PlainValue(Attribute attribute, String text) {
        super(attribute.name(), text, 1);
        Kind kind = attribute.kind();
        int colon = kind == Kind.IDENTIFIER ? text.indexOf(':') : -1;
        int at = kind == Kind.EMAIL ? text.indexOf('@') : -1;
        doubtful = colon > 0 && text.charAt(colon - 1) == '?';
        head = colon >= 0
                ? text.substring(0, doubtful ? colon - 1 : colon)
                : at >= 0 ? Folding.compact(text.substring(0, at)) : "";
        headLetters = Letters.of(head);
        String plain = kind == Kind.TEXT
                ? Folding.folded(Folding.marked(text))
                : Folding.compact(Folding.folded(Folding.marked(colon >= 0 ? text.substring(colon + 1) : text)));
        folded = plain.equals(text) ? text : plain;
        letters = Letters.of(folded);
        number = kind == Kind.NUMBER ? number(text) : Double.NaN;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    @Override
    public List<String> keys(String form) {
        return one(
                switch (form) {
                    case "sound" -> Sound.of(folded);
                    case "prefix" -> beginning(folded, 5);
                    case "end" -> end(folded, 5);
                    case "local" -> head;
                    default -> head.isEmpty() ? folded : head + ":" + folded;
                });
    }

    @Override
    public long keyHash(String form) {
        return form.isEmpty() && head.isEmpty() ? letters.hash() : super.keyHash(form);
    }

    @Override
    String term(int slot) {
        return folded;
    }
}
