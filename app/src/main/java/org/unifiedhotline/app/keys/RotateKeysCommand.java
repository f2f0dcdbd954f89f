package org.unifiedhotline.app.keys;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.SealingRotation;
import org.unifiedhotline.masterrecords.keys.BrokenSealException;
import org.unifiedhotline.masterrecords.keys.KeyRotation;

/** Renews the key that wraps all data keys of the hub, while the service runs; or makes the keys of a new hub. */
public final class RotateKeysCommand implements Command {
    private static final String MAKE = "--make";
    private static final String CONTINUE = "--continue";
    private static final String USAGE = """
            Usage: java -jar app.jar rotate-keys [--make | --continue] [--demo DEMO_DIR] [service settings]

            Makes a new version of the key-encryption key (encryption-N.key in unified-hotline.keys.folder) and wraps every data
            key of the hub by it, a few thousand at a time; then the same of the audit trail's (sealing-N.key in
            unified-hotline.audit.folder). The service goes on meanwhile and takes the new version within
            seconds; old versions are needed until this is done. If it is broken off, --continue goes on where it was.

              --make            makes what is missing in the folder, for a new hub, and nothing else
              --continue        makes no new version; wraps what is still wrapped by an older one
              --demo DEMO_DIR   the hub of a running demo

            Exit code: 0 done, 2 it could not run.
            """;

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public String summary() {
        return "make the keys of the hub, or renew the one that wraps the others";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException {
        CommandOptions options = CommandOptions.parse(arguments, Set.of(), Set.of(MAKE, CONTINUE));
        if (!options.words().isEmpty()) {
            throw new BadInputException("unexpected: " + options.words().getFirst());
        }
        try (HubSession session = HubSession.open(options, options.has(MAKE))) {
            if (options.has(MAKE)) {
                out.println(
                        "the keys are there: " + session.hub().keys().keystore().names());
                return HOLDS;
            }
            session.putOnRecord(
                    AuditKind.CONFIGURATION,
                    options.has(CONTINUE) ? "rotate-keys --continue" : "rotate-keys",
                    Map.of(),
                    err);
            rotate(session, options.has(CONTINUE), out, err);
            rotateSealing(session, options.has(CONTINUE), out, err);
            return HOLDS;
        } catch (DataAccessException | TransactionException e) {
            err.println("the hub cannot be read: " + e.getClass().getSimpleName());
            return COULD_NOT_RUN;
        } catch (BrokenSealException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private static void rotate(HubSession session, boolean continues, PrintStream out, PrintStream err) {
        KeyRotation rotation = new KeyRotation(session.hub());
        if (!continues) {
            out.println("new key: encryption-" + rotation.makeVersion() + ".key");
        }
        long total = rotation.waiting();
        ShownProgress progress = new ShownProgress(err);
        long[] done = new long[1];
        rotation.run(more -> {
            done[0] += more;
            progress.at("wrapping " + total + " data keys", Math.min(done[0], total), total);
        });
        progress.end();
        out.println("wrapped anew: " + done[0] + " data keys; " + rotation.waiting() + " wait");
        rotation.unused()
                .forEach(version -> out.println("encryption-" + version
                        + ".key wraps nothing any more: keep it as long as backups of before, then destroy it"));
    }

    /** The same of the audit trail's, where it is. */
    private static void rotateSealing(HubSession session, boolean continues, PrintStream out, PrintStream err)
            throws BadInputException {
        if (!session.hasAuditFolder()) {
            err.println("the audit trail's key stays: unified-hotline.audit.folder is not set");
            return;
        }
        SealingRotation rotation = new SealingRotation(session.hub(), session.auditFolder());
        if (!rotation.isAllowed()) {
            err.println("the audit trail's key stays: the DBA runs config/hub/audit.sql again, then rotate-keys");
            return;
        }
        if (!continues) {
            out.println("new key: " + rotation.makeKey());
        }
        ShownProgress progress = new ShownProgress(err);
        long[] seen = new long[1];
        SealingRotation.Outcome done = rotation.run(more -> {
            seen[0] += more;
            progress.at("wrapping keys of the audit trail", seen[0], seen[0]);
        });
        progress.end();
        out.println("wrapped anew: " + done.wrapped() + " keys of the audit trail"
                + (done.unopened() == 0 ? "" : "; " + done.unopened() + " are opened by no key (see verify-audit)"));
        done.unused()
                .forEach(file -> out.println(
                        file + " wraps nothing any more: keep it as long as backups of before, then destroy it"));
    }
}
