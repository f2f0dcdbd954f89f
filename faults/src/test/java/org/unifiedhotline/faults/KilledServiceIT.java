package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the service, again and again, while both legacy systems write. */
class KilledServiceIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 20);

    private final World world = World.withService();
    private final ServiceProcess service = world.service();
    private final Random random = Seed.of("killed service");

    @Test
    @DisplayName(
            "kill -9 of the service at any moment, two of five times in an uncommitted batch, loses and doubles nothing")
    void killed() {
        Map<String, String> undisturbed = world.settings("undisturbed", Map.of());
        ServiceProcess other = world.service("undisturbed", undisturbed).start();
        other.waitUntilCaughtUp();
        other.close(); // it hears the same events later, from the logs
        Map<String, String> from = Comparison.positions(world, World.HUB);

        int inBatch = 0;
        long changes = 0;
        Comparison comparison = null;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Traffic traffic = world.traffic()) {
                if (kill % 5 == 1 || kill % 5 == 3) {
                    inMidBatch();
                    inBatch++;
                } else if (kill % 5 == 4) {
                    whileStarting();
                } else {
                    atAnyMoment();
                }
                changes += traffic.committed();
                service.launch();
                service.start();
                Marker.write(world).await(service);
            }
            comparison = Comparison.of(world);
            if (kill % 10 == 9) { // or there would be more than can be waited for in the end
                other.start();
                other.waitUntilCaughtUp();
                other.close();
            }
        }
        Comparison.requireClusters(world.settings());

        other.start();
        other.waitUntilCaughtUp();
        long events = Comparison.histories(world, World.HUB, "undisturbed", from);
        long people = Comparison.clusters(service, other);
        other.close();
        world.forget("undisturbed");
        assertThat(inBatch * 3).isGreaterThanOrEqualTo(KILLS);
        assertThat(events).isGreaterThanOrEqualTo(changes);
        Report.add(
                "kill -9 of the service",
                KILLS,
                "each ended by signal 9 (exit 137); " + inBatch
                        + " frozen first and seen in an open transaction that had"
                        + " written source records; " + events + " changes and " + people
                        + " people the same as at an undisturbed service of the same logs",
                comparison);
    }

    private void atAnyMoment() {
        Commands.pause(300 + random.nextInt(4000));
        assertThat(service.kill()).isEqualTo(ServiceProcess.KILLED);
    }

    private void inMidBatch() {
        Commands.pause(300 + random.nextInt(2000));
        String batch = OpenBatch.freeze(world, random);
        assertThat(OpenBatch.open(world)).contains(batch);
        assertThat(service.kill()).isEqualTo(ServiceProcess.KILLED);
    }

    /** At a moment of its start, when it finds what the last kill left. */
    private void whileStarting() {
        Commands.pause(300 + random.nextInt(1000));
        assertThat(service.kill()).isEqualTo(ServiceProcess.KILLED);
        service.launch();
        Commands.pause(2000 + random.nextInt(12_000));
        assertThat(service.kill()).isEqualTo(ServiceProcess.KILLED);
    }
}
