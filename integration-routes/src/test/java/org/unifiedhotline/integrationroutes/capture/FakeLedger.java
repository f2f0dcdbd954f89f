package org.unifiedhotline.integrationroutes.capture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;

/** The hub's part of capture's bookkeeping, in memory; it outlives the services that a test starts and kills. */
final class FakeLedger implements CaptureLedger {
    private final Mirror mirror;
    private final Map<SourceSystem, Standing> standings = new EnumMap<>(SourceSystem.class);
    private final Map<SourceSystem, SourcePosition> passed = new EnumMap<>(SourceSystem.class);
    private final List<String> states = new ArrayList<>();

    FakeLedger(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public synchronized Standing standing(SourceSystem system) {
        return standings.getOrDefault(system, new Standing(0, false));
    }

    @Override
    public synchronized long beginSnapshot(SourceSystem system) {
        long life = standing(system).life() + 1;
        standings.put(system, new Standing(life, false));
        return life;
    }

    @Override
    public synchronized void completeSnapshot(SourceSystem system, long life) {
        standings.put(system, new Standing(life, true));
        mirror.completeSnapshot(system, life);
    }

    @Override
    public synchronized void passed(SourceSystem system, SourcePosition position) {
        passed.put(system, position);
    }

    @Override
    public synchronized void state(SourceSystem system, CaptureStatus.State state, @Nullable String reason) {
        states.add(system.code() + " " + state + (reason == null ? "" : ": " + reason));
    }

    synchronized List<String> states() {
        return List.copyOf(states);
    }
}
