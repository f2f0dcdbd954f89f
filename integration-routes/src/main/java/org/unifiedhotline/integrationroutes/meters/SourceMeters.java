package org.unifiedhotline.integrationroutes.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.operation.RecentLook;
import org.unifiedhotline.masterrecords.pipeline.SnapshotProgress;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;
import org.unifiedhotline.masterrecords.pipeline.SourceLogs;

/** How capture of each source stands, and what the source keeps for it. What is not known is not a number. */
public final class SourceMeters implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Collection<SourceSystem> captured;
    private final SourceHeads heads;
    private final CaptureStates states;
    private final RecentLook<Map<SourceSystem, Standing>> standings;
    private final RecentLook<List<SourceLog>> kept;

    private record Standing(CaptureState capture, double lagSeconds) {}

    public SourceMeters(Collection<SourceSystem> captured, SourceHeads heads, CaptureStates states, SourceLogs logs) {
        this.captured = List.copyOf(captured);
        this.heads = heads;
        this.states = states;
        this.standings = new RecentLook<>(this::look, FRESH, PATIENCE);
        this.kept = new RecentLook<>(logs::all, FRESH, PATIENCE);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SourceSystem system : captured) {
            bindTo(registry, system);
        }
    }

    private void bindTo(MeterRegistry registry, SourceSystem system) {
        for (CaptureState.State state : CaptureState.State.values()) {
            gauge(
                    registry,
                    "unified.hotline.capture.state",
                    "1 for what capture of a source is doing, else 0",
                    standing(system, now -> now.capture().state() == state ? 1 : 0),
                    "source",
                    system.code(),
                    "state",
                    state.name());
        }
        gauge(
                registry,
                "unified.hotline.capture.lag.seconds",
                "0 when all that the source has committed is taken in; else how long ago the latest change was that is",
                standing(system, Standing::lagSeconds),
                "source",
                system.code());
        gauge(
                registry,
                "unified.hotline.capture.first.snapshot.complete",
                "1 once a snapshot of the source was read to its end",
                standing(system, now -> now.capture().firstLoadComplete() ? 1 : 0),
                "source",
                system.code());
        gauge(
                registry,
                "unified.hotline.snapshot.rows",
                "rows that the running snapshot of a source has read",
                self -> self.heads
                        .snapshotOf(system)
                        .map(SnapshotProgress::rows)
                        .orElse(0L),
                "source",
                system.code());
        gauge(
                registry,
                "unified.hotline.snapshot.expected.rows",
                "rows that the running snapshot of a source will about read; 0 when none runs, or it is not known",
                self -> self.heads
                        .snapshotOf(system)
                        .map(SnapshotProgress::expectedRows)
                        .orElse(0L),
                "source",
                system.code());
        gauge(
                registry,
                "unified.hotline.source.log.kept.bytes",
                "how much of its log a source keeps that was not read yet",
                log(system, SourceLog::keptBytes),
                "source",
                system.code());
        gauge(
                registry,
                "unified.hotline.source.log.bound.bytes",
                "how much of its log a source keeps at most; not a number where it sets no such bound",
                log(system, SourceLog::boundBytes),
                "source",
                system.code());
        gauge(
                registry,
                "unified.hotline.source.log.bound.seconds",
                "how long a source keeps its log at most; not a number where it sets no such bound",
                log(system, SourceLog::boundSeconds),
                "source",
                system.code());
    }

    private void gauge(
            MeterRegistry registry, String name, String what, ToDoubleFunction<SourceMeters> value, String... tags) {
        Gauge.builder(name, this, value).description(what).tags(tags).register(registry);
    }

    private static ToDoubleFunction<SourceMeters> standing(SourceSystem system, ToDoubleFunction<Standing> value) {
        return self -> {
            Map<SourceSystem, Standing> all = self.standings.get();
            Standing standing = all == null ? null : all.get(system);
            return standing == null ? Double.NaN : value.applyAsDouble(standing);
        };
    }

    private interface Figure {
        @Nullable
        Long of(SourceLog log);
    }

    private static ToDoubleFunction<SourceMeters> log(SourceSystem system, Figure figure) {
        return self -> {
            List<SourceLog> logs = self.kept.get();
            return logs == null
                    ? Double.NaN
                    : logs.stream()
                            .filter(log -> log.system() == system)
                            .map(figure::of)
                            .filter(java.util.Objects::nonNull)
                            .mapToDouble(Long::doubleValue)
                            .findFirst()
                            .orElse(Double.NaN);
        };
    }

    private Map<SourceSystem, Standing> look() {
        Map<SourceSystem, Standing> all = new EnumMap<>(SourceSystem.class);
        for (SourceSystem system : captured) {
            @Nullable SourcePosition head = heads.headOf(system).orElse(null);
            CaptureState state = states.of(system);
            all.put(system, new Standing(state, lag(state, head)));
        }
        return all;
    }

    private static double lag(CaptureState state, @Nullable SourcePosition head) {
        SourcePosition position = state.position();
        if (head != null && position != null && position.compareTo(head) >= 0) {
            return 0;
        }
        Instant latest = state.lastEventAt();
        return latest == null
                ? Double.NaN
                : Math.max(0, Duration.between(latest, Instant.now()).toMillis() / 1000.0);
    }
}
