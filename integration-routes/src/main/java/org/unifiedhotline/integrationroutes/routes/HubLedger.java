package org.unifiedhotline.integrationroutes.routes;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.integrationroutes.capture.CaptureLedger;
import org.unifiedhotline.integrationroutes.capture.CaptureStatus;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.pipeline.TableShape;
import org.unifiedhotline.masterrecords.pipeline.TableShape.Look;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;

/** Capture's bookkeeping in the hub. */
final class HubLedger implements CaptureLedger {
    private static final Logger LOG = LoggerFactory.getLogger(HubLedger.class);

    private final Ingest ingest;
    private final CaptureStates states;
    private final TableShapes shapes;

    HubLedger(Ingest ingest, CaptureStates states, TableShapes shapes) {
        this.ingest = ingest;
        this.states = states;
        this.shapes = shapes;
    }

    @Override
    public Standing standing(SourceSystem system) {
        CaptureState state = states.of(system);
        return new Standing(state.life(), state.snapshotPhase() == CaptureState.SnapshotPhase.COMPLETE);
    }

    @Override
    public long beginSnapshot(SourceSystem system) {
        return ingest.beginSnapshot(system);
    }

    @Override
    public void completeSnapshot(SourceSystem system, long life) {
        ingest.completeSnapshot(system, life);
    }

    @Override
    public void passed(SourceSystem system, SourcePosition position) {
        states.passed(system, position);
    }

    @Override
    public Optional<SourcePosition> reached(SourceSystem system) {
        return Optional.ofNullable(states.of(system).position());
    }

    @Override
    public boolean seen(SourceTable table, Look look) {
        Optional<TableShape> before = shapes.seen(table, look);
        Set<String> ignored = new TreeSet<>(look.ignored());
        before.ifPresent(known -> ignored.removeAll(known.ignored()));
        if (!ignored.isEmpty()) {
            LOG.info("{}: columns that no mapping knows are not taken in: {}", table, String.join(", ", ignored));
        }
        boolean wasWhole =
                before.map(known -> known.state() != TableShape.State.STOPPED).orElse(true);
        if (!wasWhole && look.isWhole()) {
            LOG.info("{} is as its mapping needs it again: its rows will be read anew", table);
        }
        return wasWhole != look.isWhole();
    }

    @Override
    public boolean held(SourceTable table, Set<String> missing, String reason, long rows) {
        return shapes.held(table, missing, reason, rows);
    }

    @Override
    public void state(SourceSystem system, CaptureStatus.State state, @Nullable String reason) {
        states.set(system, stateInHub(state), reason);
    }

    private static CaptureState.State stateInHub(CaptureStatus.State state) {
        return switch (state) {
            case WAITING -> CaptureState.State.WAITING;
            case STARTING -> CaptureState.State.STARTING;
            case SNAPSHOT -> CaptureState.State.SNAPSHOT;
            case STREAMING -> CaptureState.State.STREAMING;
            case STOPPED -> CaptureState.State.STOPPED;
            case FAILED -> CaptureState.State.FAILED;
        };
    }
}
