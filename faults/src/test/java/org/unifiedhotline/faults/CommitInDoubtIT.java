package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The hub is killed at the very moment at which the service commits a batch: before it hears of it, or before it can answer. */
class CommitInDoubtIT {
    private static final int TIMES = 4;

    private final World world = World.withService();

    @Test
    @DisplayName("a hub killed in mid-commit, with the commit heard or not, loses and doubles nothing")
    void midCommit() {
        Random random = Seed.of("mid-commit");
        int heard = 0;
        for (int time = 0; time < TIMES; time++) {
            boolean answered = time % 2 == 0;
            try (Traffic traffic = world.traffic()) {
                Commands.pause(500 + random.nextInt(1500));
                CommitTrap trap = new CommitTrap();
                try {
                    world.toHub().set(trap);
                    world.toHub().cut(); // new connections name their statements once more, by which they are known
                    int port = trap.await(world.service());
                    assertThat(OpenBatch.ports(world))
                            .as("sessions that wait with written source records, before the commit")
                            .contains(String.valueOf(port));
                    trap.decide(answered);
                    if (answered) {
                        world.service().waitUntil("the hub has committed", () -> hasCommitted(port));
                        heard++;
                    } else {
                        Commands.pause(50);
                        assertThat(OpenBatch.ports(world))
                                .as("sessions that still wait with written source records")
                                .contains(String.valueOf(port));
                    }
                } finally {
                    trap.decide(false);
                }
                world.hub().kill();
                world.toHub().set(null);
                world.toHub().cut();
                Commands.pause(500 + random.nextInt(1500));
                world.hub().start();
                long back = traffic.committed();
                world.service().waitUntil("the applications write on", () -> traffic.committed() > back + 100);
            } finally {
                world.toHub().set(null);
            }
        }
        Comparison comparison = Comparison.withClusters(world);
        Report.add(
                "the hub killed and restarted in mid-commit",
                TIMES,
                "the proxy held the COMMIT of a batch while the hub's session of that very port stood in its transaction with"
                        + " written source records; " + heard + " times it was let go and its answer held (the same"
                        + " session had committed), " + (TIMES - heard) + " times lost",
                comparison);
    }

    /** Whether the session behind a port has carried its commit out. */
    private boolean hasCommitted(int port) {
        return !world.inHub(
                        World.HUB,
                        "SELECT pid FROM pg_stat_activity WHERE client_port = " + port
                                + " AND state = 'idle' AND backend_xid IS NULL AND upper(query) = 'COMMIT'")
                .isEmpty();
    }
}
