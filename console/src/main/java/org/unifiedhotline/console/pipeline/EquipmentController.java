package org.unifiedhotline.console.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord.SiteState;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.equipment.Device;
import org.unifiedhotline.masterrecords.equipment.DeviceSpell;
import org.unifiedhotline.masterrecords.equipment.DeviceState;
import org.unifiedhotline.masterrecords.equipment.Equipment;

/** Answers how the centres' equipment is, from the monitoring of both systems, and what happened to a piece of it. */
@RestController
class EquipmentController {
    private static final int MOST = 500;

    private final Equipment equipment;

    EquipmentController(Equipment equipment) {
        this.equipment = equipment;
    }

    /** Every piece of equipment, faults first. */
    @GetMapping("/api/v1/equipment")
    EquipmentView now() {
        return new EquipmentView(
                Instant.now(), equipment.now().stream().map(DeviceView::of).toList());
    }

    @GetMapping("/api/v1/equipment/{source}/{centre}/{component}")
    HistoryView history(
            @PathVariable String source,
            @PathVariable Centre centre,
            @PathVariable String component,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0") int cursor) {
        if (size < 1 || size > MOST || cursor < 0) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + "; 'cursor' is one given before");
        }
        List<DeviceSpell> spells = equipment.history(new Device(system(source), centre, component), cursor, size + 1);
        boolean more = spells.size() > size;
        return new HistoryView(more ? spells.subList(0, size) : spells, more ? Integer.toString(cursor + size) : null);
    }

    private static SourceSystem system(String source) {
        try {
            return SourceSystem.of(source);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("A source is switchboard or hotline.");
        }
    }

    /** All of it at one moment. */
    record EquipmentView(Instant at, List<DeviceView> devices) {}

    /** A piece of equipment: how it is, since when, and when it was last heard of. */
    record DeviceView(
            String source,
            Centre centre,
            String component,
            SiteState state,
            Instant since,
            Instant lastReportAt,
            @Nullable String detail) {
        static DeviceView of(DeviceState state) {
            return new DeviceView(
                    state.device().system().code(),
                    state.device().centre(),
                    state.device().component(),
                    state.state(),
                    state.since(),
                    state.lastReportAt(),
                    state.detail());
        }
    }

    /** The times in which a piece of equipment was in one state, the latest first. */
    record HistoryView(List<DeviceSpell> items, @Nullable String nextCursor) {}
}
