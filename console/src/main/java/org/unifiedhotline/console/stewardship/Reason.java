package org.unifiedhotline.console.stewardship;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.problems.ProblemException;

/** Checks the words that every decision must come with. */
public final class Reason {
    private static final int LONGEST = 2_000;

    private Reason() {}

    /**
     * The reason, without blanks around it.
     *
     * @throws ProblemException 400 if none is given, a very long one, or one that cannot be stored
     */
    public static String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("A decision needs a 'reason'.");
        }
        if (text.length() > LONGEST) {
            throw ProblemException.badRequest("A 'reason' has at most " + LONGEST + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("A 'reason' is text: the character NUL is none.");
        }
        return text.strip();
    }
}
