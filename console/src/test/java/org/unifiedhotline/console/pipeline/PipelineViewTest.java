package org.unifiedhotline.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;

@DisplayName("The service has caught up")
class PipelineViewTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:10Z");
    private static final Instant EVENT = Instant.parse("2026-11-21T10:00:00Z");
    private static final SourcePosition BEFORE = new SourcePosition(1, 3, 100, 0);
    private static final SourcePosition END = new SourcePosition(1, 3, 200, 0);
    private static final Map<SourceSystem, SourcePosition> ENDS =
            Map.of(SourceSystem.SWITCHBOARD, END, SourceSystem.HOTLINE, END);

    @Test
    @DisplayName("when both logs' ends are passed, both first loads are done and nothing waits")
    void allDone() {
        assertThat(view(END, END, true, 0, 0, 0, ENDS).caughtUp()).isTrue();
    }

    @Test
    @DisplayName("not while one source's log goes on after what was captured")
    void oneBehind() {
        PipelineView view = view(END, BEFORE, true, 0, 0, 0, ENDS);
        assertThat(view.caughtUp()).isFalse();
        assertThat(view.sources().getLast().lagMillis()).isEqualTo(10_000);
        assertThat(view.sources().getFirst().lagMillis()).isZero();
    }

    @Test
    @DisplayName("not while a source cannot be asked where its log ends")
    void oneAway() {
        assertThat(view(END, END, true, 0, 0, 0, Map.of(SourceSystem.SWITCHBOARD, END))
                        .caughtUp())
                .isFalse();
    }

    @Test
    @DisplayName("not while anything waits to be resolved, weighed again or indexed")
    void somethingWaits() {
        assertThat(view(END, END, true, 1, 0, 0, ENDS).caughtUp()).isFalse();
        assertThat(view(END, END, true, 0, 1, 0, ENDS).caughtUp()).isFalse();
        assertThat(view(END, END, true, 0, 0, 1, ENDS).caughtUp()).isFalse();
    }

    @Test
    @DisplayName("not before the first load is complete")
    void firstLoad() {
        PipelineView view = view(END, END, false, 0, 0, 0, ENDS);
        assertThat(view.firstLoadComplete()).isFalse();
        assertThat(view.caughtUp()).isFalse();
    }

    @Test
    @DisplayName("not when the hub knows of no source at all")
    void noSources() {
        PipelineReport empty = new PipelineReport(List.of(), List.of(), 0, 0, 0, true);
        assertThat(PipelineView.of(empty, ENDS, NOW).caughtUp()).isFalse();
    }

    private static PipelineView view(
            SourcePosition switchboard,
            SourcePosition hotline,
            boolean loaded,
            long resolution,
            long redo,
            long indexing,
            Map<SourceSystem, SourcePosition> ends) {
        return PipelineView.of(
                new PipelineReport(
                        List.of(state(SourceSystem.SWITCHBOARD, switchboard), state(SourceSystem.HOTLINE, hotline)),
                        List.of(),
                        resolution,
                        redo,
                        indexing,
                        loaded),
                ends,
                NOW);
    }

    private static CaptureState state(SourceSystem system, SourcePosition position) {
        return new CaptureState(
                system,
                CaptureState.State.STREAMING,
                null,
                1,
                CaptureState.SnapshotPhase.COMPLETE,
                true,
                position,
                EVENT,
                EVENT);
    }
}
