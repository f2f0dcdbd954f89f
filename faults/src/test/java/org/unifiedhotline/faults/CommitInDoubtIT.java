package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.people.traffic.LiveTraffic;

/** The hub is killed at the very moment at which the service commits a batch: before it hears of it, or before it can answer. */
@Tag("untried")
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
            try (LiveTraffic traffic = world.traffic()) {
                Commands.pause(500 + random.nextInt(1500));
                CommitTrap trap = new CommitTrap(answered);
                world.toHub().set(trap);
                world.toHub().cut(); // new connections name their statements once more, by which they are known
                trap.await(world.service());
                Commands.pause(50);
                String state = sessions();
                if (answered) {
                    assertThat(state).as("the session after its commit").contains("COMMIT idle");
                    heard++;
                } else {
                    assertThat(state).as("the session before its commit").contains("idle in transaction");
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
                "the proxy held the COMMIT of a batch: " + heard
                        + " times its answer (the hub's session said it had committed), " + (TIMES - heard)
                        + " times the commit itself (the session was in its transaction)",
                comparison);
    }

    /** What the hub's sessions that wrote source records did last. */
    private String sessions() {
        List<String> sessions = world.inHub(
                World.HUB,
                "SELECT upper(left(query, 6)) || ' ' || state FROM pg_stat_activity"
                        + " WHERE usename = 'hub' AND application_name NOT LIKE 'unified-hotline%'");
        return String.join("; ", sessions);
    }
}
