package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.people.traffic.LiveTraffic;

/**
 * Batches that come twice, late, and after later ones: what stands in the hub of how far the logs were read is set back, as by a
 * half restored disk, so that the logs are told again to a hub that knows what came after.
 */
@Tag("untried")
class ReplayedLogIT {
    private static final String CHANGES =
            "SELECT concat_ws('/', record_id, life, log_file, log_offset, event_row, kind) FROM source_change"
                    + " JOIN source_record USING (record_id) WHERE source_system = 'switchboard' ORDER BY 1";

    private final World world = World.withService();

    @Test
    @DisplayName("batches that are told again, late and behind later ones, change nothing and are counted once")
    void replayed() {
        world.service().close();
        String offset = world.inHub(World.HUB, "SELECT offset_val FROM capture.offset_switchboard")
                .getFirst();
        world.service().start();
        long committed;
        try (LiveTraffic traffic = world.traffic()) {
            world.service().waitUntil("much was changed", () -> traffic.committed() > 2_000);
            committed = traffic.committed();
        }
        Comparison.of(world);
        List<String> before = world.inHub(World.HUB, CHANGES);

        assertThat(world.service().kill()).isEqualTo(ServiceProcess.KILLED);
        world.hub()
                .run(
                        World.HUB,
                        "UPDATE capture.offset_switchboard SET offset_val = '" + offset.replace("'", "''") + "'");
        long told = world.toSwitchboard().counts().bytes();
        world.service().start();
        Comparison comparison = Comparison.withClusters(world);
        long again = world.toSwitchboard().counts().bytes() - told;
        assertThat(again).as("bytes of the log that came again").isGreaterThan(100_000);
        assertThat(world.inHub(World.HUB, CHANGES)).isEqualTo(before);
        Report.add(
                "duplicate, delayed and reordered batches: the log told again behind what came later",
                1,
                "the offset in the hub set back by some " + committed + " changes, " + again
                        + " bytes came through the proxy again; the " + before.size()
                        + " changes on record are the same",
                comparison);
    }
}
