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
     * @throws ProblemException 400 if none is given, or a very long one
     */
    public static String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("A decision needs a 'reason'.");
        }
        if (text.length() > LONGEST) {
            throw ProblemException.badRequest("A 'reason' has at most " + LONGEST + " characters.");
        }
        return text.strip();
    }
}
