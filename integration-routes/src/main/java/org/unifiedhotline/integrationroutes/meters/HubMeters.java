package org.unifiedhotline.integrationroutes.meters;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.equipment.DeviceState;
import org.unifiedhotline.masterrecords.equipment.Equipment;
import org.unifiedhotline.masterrecords.operation.OpenWork;
import org.unifiedhotline.masterrecords.operation.RecentLook;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport.TableFigures;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;

/** What the hub holds and what waits in it. All of it is not a number while the hub is away. */
public final class HubMeters implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<TaskState> UNANSWERED =
            List.of(TaskState.OPEN, TaskState.DEFERRED, TaskState.AWAITING_APPROVAL);

    private final RecentLook<PipelineReport> pipeline;
    private final RecentLook<OpenWork.Figures> open;
    private final RecentLook<List<DeviceState>> devices;
    private final Set<Object> shown = ConcurrentHashMap.newKeySet();

    public HubMeters(PipelineStatus status, OpenWork work, Equipment equipment) {
        this.pipeline = new RecentLook<>(status::read, FRESH, PATIENCE);
        this.open = new RecentLook<>(work::now, FRESH, PATIENCE);
        this.devices = new RecentLook<>(equipment::now, FRESH, PATIENCE);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bindBacklogs(registry);
        bindQuestions(registry);
        bindEquipment(registry);
        FunctionCounter.builder("unified.hotline.audit.alerts", this, self -> self.alerts())
                .description("alerts that the audit trail holds")
                .register(registry);
        gauge(
                registry,
                "unified.hotline.hub.archive.failing.seconds",
                "0 while the hub's log is archived, else how long ago a piece of it was last",
                () -> ofWork(work -> work.archiveFailing() == null ? Double.NaN : work.archiveFailing()));
        gauge(registry, "unified.hotline.first.load.complete", "1 once the first load is resolved", () -> {
            PipelineReport report = reportShown(registry);
            return report == null ? Double.NaN : report.firstLoadComplete() ? 1 : 0;
        });
    }

    /** Tables and reasons are met as they come; whoever is met stays. */
    private @Nullable PipelineReport reportShown(MeterRegistry registry) {
        PipelineReport report = pipeline.get();
        if (report != null) {
            report.tables().stream()
                    .map(TableFigures::table)
                    .filter(shown::add)
                    .forEach(table -> show(registry, table));
        }
        OpenWork.Figures work = open.get();
        if (work != null) {
            work.deadLetters().keySet().stream().filter(shown::add).forEach(rows -> show(registry, rows));
        }
        return report;
    }

    private void show(MeterRegistry registry, SourceTable table) {
        FunctionCounter.builder("unified.hotline.changes", this, self -> self.ofTable(table, TableFigures::changes))
                .description("changes of a legacy table that were taken in")
                .tags("source", table.system().code(), "table", table.name())
                .register(registry);
        Gauge.builder("unified.hotline.rows", this, self -> self.ofTable(table, TableFigures::liveRows))
                .description("rows of a legacy table that stand there, as far as captured")
                .tags("source", table.system().code(), "table", table.name())
                .register(registry);
    }

    private void show(MeterRegistry registry, OpenWork.Rows rows) {
        Gauge.builder(
                        "unified.hotline.dead.letters",
                        this,
                        self -> self.ofWork(work -> work.deadLetters().getOrDefault(rows, 0L)))
                .description("rows that could not be processed, by reason")
                .tags(
                        "source",
                        rows.table().system().code(),
                        "table",
                        rows.table().name())
                .tag("reason", rows.reason().name())
                .register(registry);
    }

    private void bindBacklogs(MeterRegistry registry) {
        Map<String, ToDoubleFunction<PipelineReport>> backlogs = Map.of(
                "resolve", PipelineReport::resolutionBacklog,
                "redo", PipelineReport::redoBacklog,
                "publish", PipelineReport::indexingBacklog);
        backlogs.forEach((queue, count) -> Gauge.builder(
                        "unified.hotline.backlog", pipeline, all -> valueOrNone(all.get(), count))
                .description("what waits to be resolved, weighed again, and published to the index")
                .tag("queue", queue)
                .register(registry));
        Map<String, ToDoubleFunction<OpenWork.Figures>> ages = Map.of(
                "resolve", work -> zeroIfNone(work.oldestToResolve()),
                "publish", work -> zeroIfNone(work.oldestToPublish()));
        ages.forEach((queue, age) -> Gauge.builder(
                        "unified.hotline.backlog.oldest.seconds", open, all -> valueOrNone(all.get(), age))
                .description("how long the first in line has waited")
                .tag("queue", queue)
                .register(registry));
    }

    private void bindQuestions(MeterRegistry registry) {
        for (TaskKind kind : TaskKind.values()) {
            for (TaskState state : UNANSWERED) {
                OpenWork.Questions questions = new OpenWork.Questions(kind, state);
                Gauge.builder(
                                "unified.hotline.review.tasks",
                                this,
                                self -> self.ofWork(work -> work.questions().getOrDefault(questions, 0L)))
                        .description("questions to stewards that have no answer yet")
                        .tags("queue", kind.name(), "state", state.name())
                        .register(registry);
            }
        }
    }

    private void bindEquipment(MeterRegistry registry) {
        for (SourceSystem system : SourceSystem.values()) {
            for (Centre centre : Centre.values()) {
                for (SiteState state : SiteState.values()) {
                    Gauge.builder(
                                    "unified.hotline.equipment.devices",
                                    devices,
                                    all -> valueOrNone(all.get(), told -> count(told, system, centre, state)))
                            .description("pieces of equipment of a centre, by what the source's monitoring said last")
                            .tags("source", system.code(), "centre", centre.name(), "state", state.name())
                            .register(registry);
                }
            }
        }
    }

    private static double count(List<DeviceState> devices, SourceSystem system, Centre centre, SiteState state) {
        return devices.stream()
                .filter(device -> device.state() == state
                        && device.device().system() == system
                        && device.device().centre() == centre)
                .count();
    }

    private double alerts() {
        return ofWork(work -> work.alerts() == null ? Double.NaN : work.alerts());
    }

    private double ofWork(ToDoubleFunction<OpenWork.Figures> value) {
        return valueOrNone(open.get(), value);
    }

    private double ofTable(SourceTable table, ToDoubleFunction<TableFigures> value) {
        return valueOrNone(
                pipeline.get(),
                report -> report.tables().stream()
                        .filter(figures -> figures.table().equals(table))
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(0));
    }

    private static double zeroIfNone(@Nullable Double seconds) {
        return seconds == null ? 0 : Math.max(0, seconds);
    }

    private static <T> double valueOrNone(@Nullable T known, ToDoubleFunction<T> value) {
        return known == null ? Double.NaN : value.applyAsDouble(known);
    }

    private static void gauge(
            MeterRegistry registry, String name, String what, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(what).strongReference(true).register(registry);
    }
}
