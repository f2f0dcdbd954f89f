package org.unifiedhotline.app.reconcile;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.integrationroutes.reconciliation.Reconciler;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationException;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationProperties;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.AskedBy;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.Figures;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.indexing.BuildRight;
import org.unifiedhotline.searchindex.indexing.HubRecords;
import org.unifiedhotline.searchindex.indexing.Indexing;
import org.unifiedhotline.searchindex.server.SearchServer;

/** Compares sources, hub and index, row by row, and mends what differs. */
public final class ReconcileCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar reconcile [--repair] [--wait SECONDS] [--rate ROWS] [--demo DEMO_DIR] [service settings]

            Compares both sources, the hub and the search index, row by row and document by document, while the service goes on:
            every legacy row with the hub's (as written, as understood, as counted and joined by), links and master records with
            their history, every document with the hub. Names on standard output what differs, one line each, ids only. A change
            on its way is waited for and is no difference, nor is a row that waits as a dead letter: those are listed apart. The
            legacy databases are read only, a page at a time by the primary key, without lock or long transaction.

              --repair          put right what differs; what is resolved and published anew for that, the service does
              --wait SECONDS    how long changes on their way are waited for (default: unified-hotline.reconciliation.patience)
              --rate ROWS       so many legacy rows a second at most (default: unified-hotline.reconciliation.rows-per-second)
              --demo DEMO_DIR   the databases of a running demo

            Exit code: 0 nothing differs, or all was mended; 1 something differs; 2 it could not run.
            """;

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String summary() {
        return "compare sources, hub and index, row by row, and mend what differs";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException {
        CommandOptions options = CommandOptions.parse(arguments, Set.of("--wait", "--rate"), Set.of("--repair"));
        if (!options.words().isEmpty()) {
            throw new BadInputException("unexpected: " + options.words().getFirst());
        }
        try (HubSession session = HubSession.open(options)) {
            return reconcile(session, options, out, err);
        } catch (ReconciliationException e) {
            err.println("could not compare: " + e.getMessage());
        } catch (DataAccessException e) {
            err.println("the hub cannot be read: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted");
        }
        return COULD_NOT_RUN;
    }

    private static int reconcile(HubSession session, CommandOptions options, PrintStream out, PrintStream err)
            throws BadInputException, ReconciliationException, InterruptedException {
        ReconciliationProperties configured = session.reconciliation();
        Duration patience = Duration.ofSeconds(
                options.number("--wait", 0, configured.patience().toSeconds()));
        int rate = (int) Math.min(Integer.MAX_VALUE, options.number("--rate", 1, configured.rowsPerSecond()));
        SearchIndexProperties search = session.searchIndex();
        boolean repairs = options.has("--repair");
        session.putOnRecord(
                repairs ? AuditKind.CONFIGURATION : AuditKind.SERVICE,
                repairs ? "reconcile --repair" : "reconcile",
                Map.of(),
                err);
        MasterRecords masterRecords = new MasterRecords(session.hub(), session.survivorship());
        try (SearchServer server = SearchServer.at(search);
                Indexing index = new Indexing(
                        server,
                        search,
                        new Outbox(session.hub()),
                        HubRecords.of(masterRecords),
                        BuildRight.of(session.hub()))) {
            Reconciler reconciler = new Reconciler(
                    session.hub(),
                    session.address(),
                    session.rowMapping(),
                    session.erasureList(),
                    index,
                    session.sources(),
                    configured.withPatience(patience).withRowsPerSecond(rate));
            ShownProgress progress = new ShownProgress(err);
            Reconciler.Outcome outcome = reconciler.run(AskedBy.COMMAND, repairs, progress::at);
            progress.end();
            print(outcome, out, err);
            return outcome.holds() ? HOLDS : DOES_NOT_HOLD;
        }
    }

    private static void print(Reconciler.Outcome outcome, PrintStream out, PrintStream err) {
        outcome.differences().forEach(out::println);
        outcome.deadLetters()
                .forEach(key -> out.println("dead letter " + key + ": could not be processed, no difference"));
        outcome.notes().forEach(note -> err.println("note: " + note));
        Figures figures = outcome.figures();
        out.println(figures.rows() + " rows, " + figures.people() + " master records, " + figures.documents()
                + " documents compared: "
                + (figures.differences() == 0 ? "no difference" : figures.differences() + " differences")
                + (figures.mended() == 0 ? "" : ", " + figures.mended() + " mended")
                + (figures.deadLetters() == 0 ? "" : "; " + figures.deadLetters() + " dead letters")
                + (figures.onTheirWay() == 0 ? "" : "; " + figures.onTheirWay() + " changed all the time"));
    }
}
