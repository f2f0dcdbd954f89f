package org.unifiedhotline.integrationroutes.capture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.pipeline.TableShape.Look;

/** The hub's part of capture's bookkeeping, in memory; it outlives the services that a test starts and kills. */
final class FakeLedger implements CaptureLedger {
    private final Mirror mirror;
    private final Map<SourceSystem, Standing> standings = new EnumMap<>(SourceSystem.class);
    private final Map<SourceSystem, SourcePosition> passed = new EnumMap<>(SourceSystem.class);
    private final List<String> states = new ArrayList<>();
    private final Map<SourceTable, Look> looks = new HashMap<>();
    private final Map<SourceTable, Long> held = new HashMap<>();

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
    public synchronized Optional<SourcePosition> reached(SourceSystem system) {
        return Optional.ofNullable(passed.get(system));
    }

    @Override
    public synchronized void state(SourceSystem system, CaptureStatus.State state, @Nullable String reason) {
        states.add(system.code() + " " + state + (reason == null ? "" : ": " + reason));
    }

    @Override
    public synchronized boolean seen(SourceTable table, Look look) {
        return !look.equals(looks.put(table, look));
    }

    @Override
    public synchronized boolean held(SourceTable table, Set<String> missing, String reason, long rows) {
        return held.merge(table, rows, Long::sum) == rows;
    }

    synchronized Look look(SourceTable table) {
        return looks.get(table);
    }

    synchronized long heldOf(SourceTable table) {
        return held.getOrDefault(table, 0L);
    }

    synchronized List<String> states() {
        return List.copyOf(states);
    }
}
