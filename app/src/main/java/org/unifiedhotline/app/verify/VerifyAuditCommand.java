package org.unifiedhotline.app.verify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.masterrecords.audit.AuditCheck;

/** Verifies that nobody changed, cut or rewrote the audit trail, and names the first entry that somebody did. */
public final class VerifyAuditCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar verify-audit [--demo DEMO_DIR] [--heads FILE] [service settings]

            Recomputes the keyed hash of every entry of the audit trail with the key outside the database, looks for entries
            that are missing, and compares the heads that were noted outside the database (heads.log) with what stands there.
            Names what does not hold on standard output, the first entry first. Changes nothing; the service may go on meanwhile.

              --demo DEMO_DIR   the hub of a running demo
              --heads FILE      heads that another instance noted on another machine, besides those of
                                unified-hotline.audit.folder

            Exit code: 0 nothing was changed, 1 something was, 2 it could not run.
            """;

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String summary() {
        return "verify that the audit trail was not changed, cut or rewritten";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException {
        CommandOptions options = CommandOptions.parse(arguments, Set.of("--heads"), Set.of());
        if (!options.words().isEmpty()) {
            throw new BadInputException("unexpected: " + options.words().getFirst());
        }
        List<Path> moreHeads = options.path("--heads").stream().toList();
        try (HubSession session = HubSession.open(options)) {
            return verify(session, moreHeads, out, err);
        } catch (DataAccessException | TransactionException e) {
            err.println("the hub cannot be read: " + e.getClass().getSimpleName());
            return COULD_NOT_RUN;
        }
    }

    private static int verify(HubSession session, List<Path> moreHeads, PrintStream out, PrintStream err)
            throws BadInputException {
        ShownProgress progress = new ShownProgress(err);
        AuditCheck.Finding finding;
        try {
            finding = new AuditCheck(session.hub(), session.auditFolder(), moreHeads, progress).run();
        } catch (IllegalStateException missing) {
            throw new BadInputException(String.valueOf(missing.getMessage()));
        }
        progress.end();
        finding.complaints().forEach(out::println);
        String compared = finding.entries() + " entries, " + finding.headsNoted() + " heads noted outside";
        out.println(
                finding.complaints().isEmpty()
                        ? "the audit trail holds: " + compared
                        : "the audit trail does not hold: " + compared);
        return finding.complaints().isEmpty() ? HOLDS : DOES_NOT_HOLD;
    }
}
