package org.unifiedhotline.integrationroutes.reconciliation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.integrationroutes.capture.CaptureException;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings;
import org.unifiedhotline.integrationroutes.capture.FailureReason;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.integrationroutes.capture.SourceReader;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.CaptureState.SnapshotPhase;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Mending;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.TableShape;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Difference.Kind;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.AskedBy;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.Figures;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;
import org.unifiedhotline.masterrecords.reconciliation.RowComparison;
import org.unifiedhotline.masterrecords.resolution.LinkCheck;
import org.unifiedhotline.masterrecords.typed.TypedCheck.Surplus;
import org.unifiedhotline.masterrecords.typed.TypedTables;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.Indexing;

/** Compares sources, hub and index, mends what differs if that is asked for, and keeps what came of it in the hub. */
public final class Reconciler {
    private final HubDatabase hub;
    private final HubAddress address;
    private final RowMapping mapping;
    private final ErasureList erased;
    private final Indexing index;
    private final Map<SourceSystem, CaptureSettings> sources;
    private final ReconciliationProperties properties;

    /** @param sources the systems that are captured */
    public Reconciler(
            HubDatabase hub,
            HubAddress address,
            RowMapping mapping,
            ErasureList erased,
            Indexing index,
            Map<SourceSystem, CaptureSettings> sources,
            ReconciliationProperties properties) {
        this.hub = hub;
        this.address = address;
        this.mapping = mapping;
        this.erased = erased;
        this.index = index;
        this.sources = Map.copyOf(sources);
        this.properties = properties;
    }

    /**
     * Told how far it is: what is compared, how much of it was, and of how much. A {@link CancellationException} that it
     * throws ends the comparison.
     */
    public interface Progress {
        void at(String what, long done, long total);
    }

    /**
     * What came of a comparison.
     *
     * @param deadLetters rows that wait as dead letters: no differences
     * @param notes what whoever reads the outcome should know
     */
    public record Outcome(
            Figures figures, List<Difference> differences, List<SourceRecordKey> deadLetters, List<String> notes) {
        public Outcome {
            differences = List.copyOf(differences);
            deadLetters = List.copyOf(deadLetters);
            notes = List.copyOf(notes);
        }

        /** Whether nothing differs, or all that did was mended. */
        public boolean holds() {
            return differences.stream().allMatch(Difference::mended);
        }
    }

    /**
     * Compares everything once.
     *
     * @throws ReconciliationException if it could not run: a part is away, the first load is not done, another comparison runs
     */
    public Outcome run(AskedBy askedBy, boolean repair, Progress progress)
            throws ReconciliationException, InterruptedException {
        if (sources.isEmpty()) {
            throw new ReconciliationException("no source is configured (unified-hotline.sources)");
        }
        try (OwnSession session = OwnSession.connect(address)) {
            if (!session.isAlone()) {
                throw new ReconciliationException("another reconciliation is under way");
            }
            requireLoaded();
            return new Run(session.over(hub), repair, progress).kept(askedBy);
        } catch (SQLException | DataAccessException | TransactionException e) {
            throw new ReconciliationException("the hub cannot be read: " + FailureReason.of(e), e);
        }
    }

    private void requireLoaded() throws ReconciliationException {
        CaptureStates states = new CaptureStates(hub);
        for (SourceSystem system : sources.keySet()) {
            if (states.of(system).snapshotPhase() != SnapshotPhase.COMPLETE) {
                throw new ReconciliationException(
                        "the rows of the " + system.code() + " are being read for the first time, or anew");
            }
        }
        if (new ResolutionPhase(hub).now() != Phase.INCREMENTAL) {
            throw new ReconciliationException("the first load is not resolved yet");
        }
    }

    /** One comparison. */
    private final class Run {
        private final Tally tally = new Tally();
        private final OnTheWay onTheWay = new OnTheWay(hub, properties.patience(), tally);
        private final Reconciliations kept = new Reconciliations(hub);
        private final Mending mending = new Mending(hub, mapping, erased);
        private final RowComparison comparison;
        private final boolean repair;
        private final Progress progress;

        Run(HubDatabase session, boolean repair, Progress progress) {
            this.comparison = new RowComparison(hub, session, mapping);
            this.repair = repair;
            this.progress = progress;
        }

        Outcome kept(AskedBy askedBy) throws ReconciliationException, InterruptedException {
            long id = kept.begin(askedBy, repair);
            String reason = "a fault of the program";
            boolean done = false;
            try {
                compare(id);
                kept.done(id, tally.figures(), tally.differences());
                done = true;
                return new Outcome(tally.figures(), tally.differences(), tally.deadLetters(), tally.notes());
            } catch (ReconciliationException e) {
                reason = String.valueOf(e.getMessage());
                throw e;
            } catch (SearchUnavailableException e) {
                reason = "the search index cannot be read";
                throw new ReconciliationException(reason, e);
            } catch (DataAccessException | TransactionException e) {
                reason = "the hub cannot be read: " + FailureReason.of(e);
                throw new ReconciliationException(reason, e);
            } catch (CancellationException e) {
                reason = "stopped";
                throw new ReconciliationException(reason, e);
            } catch (InterruptedException e) {
                reason = "interrupted";
                throw e;
            } finally {
                if (!done) {
                    brokeOff(id, reason);
                }
            }
        }

        private void brokeOff(long id, String reason) {
            try {
                kept.brokeOff(id, tally.figures(), tally.differences(), reason);
            } catch (DataAccessException | TransactionException e) {
                // the hub is away: the next one to begin will put it down as broken off
            }
        }

        private void compare(long id) throws ReconciliationException, InterruptedException {
            long rows = new PipelineStatus(hub, new CaptureStates(hub))
                    .read().tables().stream().mapToLong(TableFigures::liveRows).sum();
            for (SourceSystem system : SourceSystem.values()) {
                CaptureSettings settings = sources.get(system);
                if (settings == null) {
                    tally.note("the " + system.code() + " is not configured, and was not compared");
                } else {
                    rows(id, settings, rows);
                }
            }
            restOfTheHub();
            kept.at(id, tally.figures());
            people();
            kept.at(id, tally.figures());
            long people = tally.figures().people();
            LongConsumer shown = documents -> progress.at("documents", documents, people);
            new IndexReconciliation(index, new LinkCheck(hub), onTheWay, tally).run(repair, shown);
        }

        private void rows(long id, CaptureSettings settings, long total)
                throws ReconciliationException, InterruptedException {
            try (SourceReader source = SourceReader.open(settings)) {
                TableReconciliation tables =
                        new TableReconciliation(source, comparison, erased, onTheWay, repair ? mending : null, tally);
                Pace pace = new Pace(properties.rowsPerSecond());
                Set<SourceTable> stopped = stopped(settings.system());
                for (SourceTable table : source.tables()) {
                    if (stopped.contains(table)) {
                        continue;
                    }
                    tables.run(
                            table,
                            properties.page(),
                            pace,
                            rows -> progress.at("rows", tally.figures().rows(), total));
                    kept.at(id, tally.figures());
                }
            } catch (SQLException | CaptureException e) {
                throw new ReconciliationException(
                        "the " + settings.system().code() + " cannot be read: " + FailureReason.of(e), e);
            }
        }

        /** Tables that are not as their mappings need them cannot be compared; they are read anew when they are mended. */
        private Set<SourceTable> stopped(SourceSystem system) {
            List<TableShape> stopped = new TableShapes(hub).notFollowed(system);
            stopped.forEach(shape -> tally.note("the table " + shape.table() + " is not followed and was not compared: "
                    + Objects.requireNonNullElse(shape.reason(), "it is catching up")));
            return stopped.stream().map(TableShape::table).collect(Collectors.toSet());
        }

        /** What belongs to no row of a source: typed rows left over, and the figures of the tables. */
        private void restOfTheHub() {
            for (Surplus surplus : comparison.surplus()) {
                if (repair) {
                    new TypedTables(hub).delete(surplus.table(), surplus.recordId());
                }
                tally.found(new Difference(
                        Kind.TYPED_ROW,
                        "number " + surplus.recordId(),
                        "a row of " + surplus.table() + " is of no record",
                        repair));
            }
            for (SourceTable table : repair ? mending.recount() : mending.miscounted()) {
                tally.found(new Difference(
                        Kind.COUNT, table.toString(), "its figures are not what stands in the hub", repair));
            }
        }

        private void people() throws InterruptedException {
            if (repair) {
                onTheWay.resolved();
            }
            LinkCheck links = new LinkCheck(hub);
            progress.at("people", 0, 1);
            List<Difference> found = links.differences();
            List<String> left = List.of();
            if (repair && !found.isEmpty()) {
                links.mend();
                onTheWay.resolved();
                left = links.differences().stream().map(Difference::subject).toList();
            }
            for (Difference difference : found) {
                tally.found(difference.mended(repair && !left.contains(difference.subject())));
            }
            tally.people(links.standing());
            progress.at("people", 1, 1);
        }
    }
}
