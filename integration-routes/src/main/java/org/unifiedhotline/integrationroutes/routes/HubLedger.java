package org.unifiedhotline.integrationroutes.routes;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.integrationroutes.capture.CaptureLedger;
import org.unifiedhotline.integrationroutes.capture.CaptureStatus;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Ingest;

/** Capture's bookkeeping in the hub. */
final class HubLedger implements CaptureLedger {
    private final Ingest ingest;
    private final CaptureStates states;

    HubLedger(Ingest ingest, CaptureStates states) {
        this.ingest = ingest;
        this.states = states;
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
