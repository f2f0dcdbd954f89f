package org.unifiedhotline.searchindex.queries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text on its way to being understood: recognizers claim what they know, the surest first; what one has claimed, no
 * other sees.
 */
final class TypedText {
    private final String text;
    private final StringBuilder rest;
    private final List<Piece> pieces = new ArrayList<>();

    TypedText(String text) {
        this.text = text;
        this.rest = new StringBuilder(text);
    }

    /** Claims every stretch of this form that the reader makes sense of. */
    void claim(Pattern form, Function<MatchResult, Optional<Reading>> reader) {
        Matcher matcher = form.matcher(rest.toString());
        while (matcher.find()) {
            MatchResult found = matcher.toMatchResult();
            reader.apply(found).ifPresent(reading -> claim(found.start(), found.end(), reading));
        }
    }

    void claim(int start, int end, Reading reading) {
        pieces.add(new Piece(text.substring(start, end), start, reading));
        for (int at = start; at < end; at++) {
            rest.setCharAt(at, '\n');
        }
    }

    /** What nobody has claimed, in its places; what was claimed is line ends. */
    String rest() {
        return rest.toString();
    }

    /** The pieces in the order they were typed. */
    List<Piece> pieces() {
        return pieces.stream().sorted(Comparator.comparingInt(Piece::start)).toList();
    }
}
