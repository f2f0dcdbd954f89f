package org.unifiedhotline.app.retention;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.retention.Retention;
import org.unifiedhotline.masterrecords.retention.RetentionClass;

/** Tells what has been kept for as long as it is to be kept, and with {@code --apply} takes it away. */
public final class RetentionCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar retention [--apply] [--demo DEMO_DIR] [service settings]

            Tells how many rows of each class have been kept for as long as config/retention.yaml says: a dry run, which changes
            nothing. What a legal hold keeps is not counted.

              --apply           takes them away now, instead of at the time of the file
              --demo DEMO_DIR   the hub of a running demo

            Exit code: 0 nothing is due, or it was taken away; 1 something is due; 2 it could not run.
            """;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public String summary() {
        return "tell what has been kept long enough, or take it away";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException {
        CommandOptions options = CommandOptions.parse(arguments, Set.of(), Set.of("--apply"));
        if (!options.words().isEmpty()) {
            throw new BadInputException("unexpected: " + options.words().getFirst());
        }
        boolean applies = options.has("--apply");
        try (HubSession session = HubSession.open(options)) {
            Map<String, String> gone = new TreeMap<>();
            Retention retention = new Retention(session.hub(), session.retention(), Clock.systemUTC(), gone::putAll);
            if (applies) {
                session.putOnRecord(AuditKind.CONFIGURATION, "retention --apply", Map.of(), err);
            }
            Map<RetentionClass, Long> rows = applies ? retention.apply() : retention.due();
            if (applies) {
                session.putOnRecord(AuditKind.SERVICE, "retention --apply has taken away", gone, err);
            }
            rows.forEach((one, number) -> out.println(one.code() + ": " + number + (applies ? " gone" : " due")));
            boolean none = rows.values().stream().allMatch(number -> number == 0);
            return applies || none ? HOLDS : DOES_NOT_HOLD;
        } catch (DataAccessException | TransactionException e) {
            err.println("the hub cannot be used: " + e.getClass().getSimpleName());
            return COULD_NOT_RUN;
        }
    }
}
