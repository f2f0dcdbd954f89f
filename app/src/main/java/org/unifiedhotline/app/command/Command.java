package org.unifiedhotline.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.unifiedhotline.masterrecords.keys.KeystoreException;
import org.unifiedhotline.matching.model.ModelException;

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

    /** How it is called: what {@code --help} prints. */
    String usage();

    /**
     * Does it.
     *
     * @param arguments what follows the command's word
     * @return {@link #HOLDS}, {@link #DOES_NOT_HOLD} or {@link #COULD_NOT_RUN}
     */
    int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException, IOException;

    /**
     * Runs it: prints its usage if that is asked for, and says what is wrong with its input.
     *
     * @return {@link #HOLDS}, {@link #DOES_NOT_HOLD} or {@link #COULD_NOT_RUN}
     */
    default int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(usage().stripTrailing());
            return HOLDS;
        }
        try {
            return work(arguments, out, err);
        } catch (BadInputException | ModelException | KeystoreException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("cannot read or write: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            err.println("expected more memory (java -Xmx…): " + e.getMessage());
        } catch (RuntimeException e) { // a fault of ours, which must not pass for "does not hold"
            // Its message stays out: it could quote what a record holds.
            err.println(
                    "could not run, by a fault of the program: " + e.getClass().getName());
            for (StackTraceElement frame : e.getStackTrace()) {
                err.println("    at " + frame);
            }
        }
        return COULD_NOT_RUN;
    }
}
