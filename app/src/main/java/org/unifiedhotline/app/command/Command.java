package org.unifiedhotline.app.command;

import java.io.PrintStream;
import java.util.List;

/** One operator's command. */
public interface Command {

    /** Exit code: what was asked holds, or was done. */
    int HOLDS = 0;

    /** Exit code: what was asked does not hold. */
    int DOES_NOT_HOLD = 1;

    /** Exit code: it could not run; bad input was said on the error stream. */
    int COULD_NOT_RUN = 2;

    /** The word that calls it. */
    String name();

    /** What it does, in one line. */
    String summary();

    /**
     * Runs it.
     *
     * @param arguments what follows the command's word; {@code --help} prints its usage
     * @return {@link #HOLDS}, {@link #DOES_NOT_HOLD} or {@link #COULD_NOT_RUN}
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
