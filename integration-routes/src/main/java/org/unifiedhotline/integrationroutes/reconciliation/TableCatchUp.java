package org.unifiedhotline.integrationroutes.reconciliation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.integrationroutes.capture.CaptureException;
import org.unifiedhotline.integrationroutes.capture.CaptureLedger;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings;
import org.unifiedhotline.integrationroutes.capture.FailureReason;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.integrationroutes.capture.SourceReader;
import org.unifiedhotline.integrationroutes.capture.TableWatch;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Mending;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.pipeline.TableShape;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
import org.unifiedhotline.masterrecords.reconciliation.RowComparison;

/**
 * Looks at the tables of the sources now and then, and at those that have stopped all the time: one that is mended is compared with
 * its source, row by row, and what differs is put right by the way on which a comparison mends. So nothing is lost of what was
 * left out meanwhile, and what the log tells in the meantime counts, as it is later.
 */
public final class TableCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(TableCatchUp.class);
    private static final long LOOK_EVERY = Duration.ofSeconds(30).toNanos();

    private final HubDatabase hub;
    private final HubAddress address;
    private final RowMapping mapping;
    private final ErasureList erased;
    private final TableShapes shapes;
    private final CaptureStates states;
    private final ReconciliationProperties properties;
    private final Map<SourceSystem, CaptureSettings> sources;
    private final Map<SourceSystem, TableWatch> watches = new EnumMap<>(SourceSystem.class);
    private final Map<SourceSystem, Long> lookedAt = new EnumMap<>(SourceSystem.class);

    /** @param sources the systems that are captured */
    public TableCatchUp(
            HubDatabase hub,
            HubAddress address,
            RowMapping mapping,
            ErasureList erased,
            Map<SourceSystem, CaptureSettings> sources,
            CaptureLedger ledger,
            ReconciliationProperties properties) {
        this.hub = hub;
        this.address = address;
        this.mapping = mapping;
        this.erased = erased;
        this.shapes = new TableShapes(hub);
        this.states = new CaptureStates(hub);
        this.properties = properties;
        this.sources = Map.copyOf(sources);
        sources.forEach((system, settings) -> watches.put(system, new TableWatch(settings, ledger)));
    }

    /** Looks once, and reads anew what is mended; a source that is away is looked at next time. */
    public void work() throws InterruptedException {
        for (SourceSystem system : sources.keySet()) {
            boolean stopped = !shapes.notFollowed(system).isEmpty();
            long last = lookedAt.getOrDefault(system, System.nanoTime() - LOOK_EVERY);
            if (stopped || System.nanoTime() - last >= LOOK_EVERY) {
                lookedAt.put(system, System.nanoTime());
                work(system);
            }
        }
    }

    /** Looks again at the sources of which tables have stopped: whether they are mended by now. */
    public void lookAtStopped() {
        for (SourceSystem system : sources.keySet()) {
            if (!shapes.notFollowed(system).isEmpty()) {
                try {
                    watch(system).look();
                } catch (SQLException e) {
                    LOG.debug("{}: {}", system.code(), FailureReason.of(e));
                }
            }
        }
    }

    private void work(SourceSystem system) throws InterruptedException {
        try {
            watch(system).look();
            for (TableShape shape : shapes.notFollowed(system)) {
                if (shape.state() == TableShape.State.CATCHING_UP
                        && states.of(system).state() == CaptureState.State.STREAMING) {
                    readAnew(system, shape.table());
                }
            }
        } catch (SQLException | CaptureException e) {
            LOG.debug("{}: {}", system.code(), FailureReason.of(e));
        }
    }

    private TableWatch watch(SourceSystem system) {
        return Objects.requireNonNull(watches.get(system));
    }

    private void readAnew(SourceSystem system, SourceTable table) throws SQLException, InterruptedException {
        CaptureSettings settings = Objects.requireNonNull(sources.get(system));
        try (OwnSession session = OwnSession.connect(address);
                SourceReader source = SourceReader.open(settings)) {
            if (!session.isAlone()) {
                return;
            }
            Tally tally = new Tally();
            OnTheWay onTheWay = new OnTheWay(hub, properties.patience(), tally);
            onTheWay.captured(source); // whatever the log tells of the table as it was comes before
            watch(system).look();
            Optional<TableShape> mended =
                    shapes.find(table).filter(shape -> shape.state() == TableShape.State.CATCHING_UP);
            if (mended.isEmpty() || !tally.notes().isEmpty()) {
                return;
            }
            RowComparison comparison = new RowComparison(hub, session.over(hub), mapping);
            TableReconciliation reading = new TableReconciliation(
                    source, comparison, erased, onTheWay, new Mending(hub, mapping, erased), tally);
            reading.run(table, properties.page(), new Pace(properties.rowsPerSecond()), rows -> {});
            if (tally.notes().isEmpty() && shapes.caughtUp(table, mended.get().held())) {
                LOG.info(
                        "{} has caught up: {} rows read anew, {} put right",
                        table,
                        tally.figures().rows(),
                        tally.figures().mended());
            }
        }
    }
}
