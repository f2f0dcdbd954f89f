package org.unifiedhotline.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.console.pipeline.PipelineView.Backlogs;
import org.unifiedhotline.console.pipeline.PipelineView.ReadingView;
import org.unifiedhotline.console.pipeline.PipelineView.ResolvingView;
import org.unifiedhotline.console.pipeline.PipelineView.SourceView;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress.Stage;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;
import org.unifiedhotline.masterrecords.pipeline.SnapshotProgress;
import org.unifiedhotline.masterrecords.pipeline.TableShape;

@DisplayName("The account of the pipeline tells")
class PipelineViewTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:10Z");
    private static final Instant EVENT = Instant.parse("2026-11-21T10:00:00Z");
    private static final SourcePosition BEFORE = new SourcePosition(1, 3, 100, 0);
    private static final SourcePosition END = new SourcePosition(1, 3, 200, 0);
    private static final Map<SourceSystem, SourcePosition> ENDS =
            Map.of(SourceSystem.SWITCHBOARD, END, SourceSystem.HOTLINE, END);

    private static final Backlogs NONE = new Backlogs(0, 0, 0, null, null, null);
    private static final BulkProgress.Step COMPARING =
            new BulkProgress.Step(Stage.COMPARE, 25, 100, NOW.minusSeconds(40), NOW.minusSeconds(10));

    @Test
    @DisplayName("how far everybody is resolved at once, and how long the rest of this step takes")
    void resolving() {
        assertThat(view(END, END, ENDS).resolving())
                .isEqualTo(new ResolvingView(Stage.COMPARE, 3, 5, 25, 100L, 40, 30L));
    }

    @Test
    @DisplayName("how far each source is behind its log")
    void lag() {
        PipelineView view = view(END, BEFORE, ENDS);
        assertThat(view.sources().getFirst().lagMillis()).isZero();
        assertThat(view.sources().getFirst().passedHead()).isTrue();
        assertThat(view.sources().getLast().lagMillis()).isEqualTo(10_000);
        assertThat(view.sources().getLast().passedHead()).isFalse();
    }

    @Test
    @DisplayName("that a source which cannot be asked has not been passed")
    void oneAway() {
        PipelineView view = view(END, END, Map.of(SourceSystem.SWITCHBOARD, END));
        assertThat(view.sources().getLast().head()).isNull();
        assertThat(view.sources().getLast().passedHead()).isFalse();
    }

    @Test
    @DisplayName("that the first load is not complete when the hub knows of no source at all")
    void noSources() {
        PipelineReport empty = new PipelineReport(List.of(), List.of(), 0, 0, 0, true);
        assertThat(PipelineView.of(
                                false,
                                empty,
                                NONE,
                                null,
                                List.of(),
                                List.of(),
                                ENDS,
                                system -> Optional.empty(),
                                null,
                                NOW)
                        .firstLoadComplete())
                .isFalse();
    }

    @Test
    @DisplayName(
            "how many rows of about how many were read of a source that is being read, and how long the rest takes")
    void reading() {
        PipelineView view = view(END, END, ENDS);

        assertThat(view.sources())
                .extracting(SourceView::reading)
                .containsExactly(null, new ReadingView(300, 1_200L, 30L));
    }

    @Test
    @DisplayName(
            "which table has stopped, what it lacks, since when, and how to mend it, although nothing was ever captured of it")
    void stoppedTable() {
        SourceTable table = SourceTable.of(SourceSystem.HOTLINE, "caller");
        TableShape stopped = new TableShape(
                table,
                TableShape.State.STOPPED,
                Set.of("phone_1", "full_name"),
                Set.of("priority"),
                TableShape.reasonOf(Set.of("phone_1", "full_name")),
                NOW,
                7,
                null);
        PipelineReport empty = new PipelineReport(List.of(), List.of(), 0, 0, 0, true);
        PipelineView view = PipelineView.of(
                true, empty, NONE, null, List.of(), List.of(stopped), ENDS, system -> Optional.empty(), null, NOW);
        assertThat(view.tables()).singleElement().satisfies(row -> {
            assertThat(row.table()).isEqualTo("caller");
            PipelineView.ShapeView shape = row.shape();
            assertThat(shape.missing()).containsExactly("full_name", "phone_1");
            assertThat(shape.ignored()).containsExactly("priority");
            assertThat(shape.reason()).isEqualTo("columns that the mapping needs are missing: full_name, phone_1");
            assertThat(shape.since()).isEqualTo(NOW);
            assertThat(shape.heldChanges()).isEqualTo(7);
            assertThat(shape.mend()).contains("unified-hotline.sources.hotline.dispensable-columns");
        });
    }

    private static PipelineView view(
            SourcePosition switchboard, SourcePosition hotline, Map<SourceSystem, SourcePosition> ends) {
        return PipelineView.of(
                true,
                new PipelineReport(
                        List.of(state(SourceSystem.SWITCHBOARD, switchboard), state(SourceSystem.HOTLINE, hotline)),
                        List.of(),
                        0,
                        0,
                        0,
                        true),
                NONE,
                ResolvingView.of(COMPARING, NOW),
                List.of(),
                List.of(),
                ends,
                system -> system == SourceSystem.HOTLINE
                        ? Optional.of(SnapshotProgress.of(300, 1_200, Duration.ofSeconds(10)))
                        : Optional.empty(),
                null,
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
