package org.unifiedhotline.app.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.masterrecords.resolution.HubBusyException;
import org.unifiedhotline.masterrecords.resolution.ResolutionCheck;
import org.unifiedhotline.masterrecords.resolution.ResolutionDifference;

/** Recomputes keys, edges and clusters from the source records and names every difference. */
public final class VerifyResolutionCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar verify-resolution [--demo DEMO_DIR] [--wait SECONDS] [service settings]

            Recomputes blocking keys, edges and clusters of everybody from the source records, the assertions of stewards
            and the match model, and names on standard output whatever stands otherwise in the hub, one line a difference:
            keys and edges, links (also one that was altered by SQL), master records without records. Reads as of one moment
            and changes nothing; the service may go on meanwhile.

              --demo DEMO_DIR   the hub of a running demo
              --wait SECONDS    how long to wait for a moment in which no change waits to be resolved (default 120)

            Exit code: 0 no difference, 1 differences, 2 it could not run.
            """;
    private static final long POLL_MILLISECONDS = 200;

    @Override
    public String name() {
        return "verify-resolution";
    }

    @Override
    public String summary() {
        return "recompute who is who from the source records and name every difference";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException {
        try {
            CommandOptions options = CommandOptions.parse(arguments, Set.of("--wait"), Set.of());
            if (!options.words().isEmpty()) {
                throw new BadInputException("unexpected: " + options.words().getFirst());
            }
            Duration wait = Duration.ofSeconds(options.number("--wait", 0, 120));
            try (HubSession session = HubSession.open(options)) {
                return verify(session, wait, out, err);
            }
        } catch (IOException | DataAccessException | TransactionException e) {
            err.println("the hub cannot be read: " + e.getClass().getSimpleName());
        } catch (HubBusyException e) {
            err.println("nothing to verify: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted");
        }
        return COULD_NOT_RUN;
    }

    private static int verify(HubSession session, Duration wait, PrintStream out, PrintStream err)
            throws BadInputException, IOException, InterruptedException {
        ShownProgress progress = new ShownProgress(err);
        ResolutionCheck check = new ResolutionCheck(session.hub(), session.model(), progress);
        long giveUp = System.nanoTime() + wait.toNanos();
        Optional<List<ResolutionDifference>> found = check.differencesIfDrained();
        while (found.isEmpty() && System.nanoTime() < giveUp) {
            progress.at("wait for changes to be resolved", 0, 1);
            Thread.sleep(POLL_MILLISECONDS);
            found = check.differencesIfDrained();
        }
        if (found.isEmpty()) {
            err.println(
                    "changes wait to be resolved all the time: is the service running? Try --wait with more seconds.");
            return COULD_NOT_RUN;
        }
        List<ResolutionDifference> differences = found.get();
        differences.forEach(out::println);
        progress.end();
        out.println(differences.isEmpty() ? "no difference" : differences.size() + " differences");
        return differences.isEmpty() ? HOLDS : DOES_NOT_HOLD;
    }
}
