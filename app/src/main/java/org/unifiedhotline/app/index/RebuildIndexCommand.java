package org.unifiedhotline.app.index;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
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
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.BuildRight;
import org.unifiedhotline.searchindex.indexing.HubRecords;
import org.unifiedhotline.searchindex.indexing.IndexLife;
import org.unifiedhotline.searchindex.indexing.Indexing;
import org.unifiedhotline.searchindex.server.SearchServer;

/** Builds a new search index from the hub beside the old one, and puts it in its place. */
public final class RebuildIndexCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar rebuild-index [--demo DEMO_DIR] [service settings]

            Builds a new search index from the hub while the old one answers, puts it in its place in one step, and removes
            the old one. The service may go on meanwhile: what it indexes, it writes to both. Then index and hub are compared,
            and ids of people who stand differently in them, and still do a moment later, are named on standard output.
            If it is broken off, the old index stays; the next run removes what was left half-built. One run at a time: while another one,
            or a service that starts, makes the index, it ends at once.

              --demo DEMO_DIR   hub and index of a running demo

            Exit code: 0 rebuilt and the same as the hub, 1 rebuilt and not the same, 2 it could not run.
            """;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final int SHOWN = 100;

    @Override
    public String name() {
        return "rebuild-index";
    }

    @Override
    public String summary() {
        return "build the search index anew from the hub, while the service goes on";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException {
        CommandOptions options = CommandOptions.parse(arguments, Set.of(), Set.of());
        if (!options.words().isEmpty()) {
            throw new BadInputException("unexpected: " + options.words().getFirst());
        }
        try (HubSession session = HubSession.open(options)) {
            session.putOnRecord(AuditKind.CONFIGURATION, "rebuild-index", Map.of(), err);
            MasterRecords masterRecords = new MasterRecords(session.hub(), session.survivorship());
            SearchIndexProperties settings = session.searchIndex();
            try (SearchServer server = SearchServer.at(settings);
                    Indexing indexing = new Indexing(
                            server,
                            settings,
                            new Outbox(session.hub()),
                            HubRecords.of(masterRecords),
                            BuildRight.of(session.hub()))) {
                return rebuild(indexing.life(), masterRecords.count(), out, err);
            }
        } catch (SearchUnavailableException e) {
            err.println("the index could not be built: " + e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            err.println("the hub cannot be read: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted");
        }
        return COULD_NOT_RUN;
    }

    private static int rebuild(IndexLife life, long people, PrintStream out, PrintStream err)
            throws InterruptedException {
        ShownProgress progress = new ShownProgress(err);
        long documents = life.rebuild(written -> progress.at("write documents", written, people));
        progress.at("compare index and hub", 0, 1);
        List<MasterId> different = new ArrayList<>(life.drift().all());
        if (!different.isEmpty()) { // changes on their way, perhaps
            Thread.sleep(A_MOMENT);
            different.retainAll(life.drift().all());
        }
        progress.end();
        out.println(documents + " documents");
        different.stream().limit(SHOWN).forEach(id -> out.println("stands differently: " + id));
        if (different.size() > SHOWN) {
            out.println("and " + (different.size() - SHOWN) + " more");
        }
        return different.isEmpty() ? HOLDS : DOES_NOT_HOLD;
    }
}
