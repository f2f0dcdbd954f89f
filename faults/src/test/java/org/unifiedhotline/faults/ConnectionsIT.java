package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.faults.Proxy.Counts;

/** The service's connections to each server, cut, stalled and refused while both legacy systems write. */
class ConnectionsIT {
    private static final int CUTS = 4;

    private final World world = World.withService();

    @Test
    @DisplayName("connections to the switchboard, cut, stalled and refused, lose and double nothing")
    void switchboard() {
        disturbed("the switchboard", world.toSwitchboard());
    }

    @Test
    @DisplayName("connections to the hotline, cut, stalled and refused, lose and double nothing")
    void hotline() {
        disturbed("the hotline", world.toHotline());
    }

    @Test
    @DisplayName("connections to the hub, cut, stalled and refused, lose and double nothing")
    void hub() {
        disturbed("the hub", world.toHub());
    }

    @Test
    @DisplayName("connections to the index, cut, stalled and refused, lose and double nothing")
    void search() {
        disturbed("the index", world.toSearch());
    }

    /** A connection that was cut just before may not be there again yet: whoever cuts nothing waits for one. */
    private void cutWhatStands(Proxy proxy) {
        long before = proxy.counts().cut();
        world.service().waitUntil("a connection was cut", () -> {
            proxy.cut();
            return proxy.counts().cut() > before;
        });
    }

    private void disturbed(String where, Proxy proxy) {
        Random random = Seed.of("connections to " + where);
        Counts before = proxy.counts();
        try (Traffic traffic = world.traffic()) {
            for (int cut = 0; cut < CUTS; cut++) {
                Commands.pause(500 + random.nextInt(2000));
                cutWhatStands(proxy);
            }
            Commands.pause(1000);
            proxy.stall();
            Commands.pause(8000 + random.nextInt(6000));
            proxy.heal();
            Commands.pause(1000 + random.nextInt(2000));
            proxy.refuse();
            Commands.pause(3000 + random.nextInt(3000));
            proxy.heal();
            long back = traffic.committed();
            world.service().waitUntil("the applications write on", () -> traffic.committed() > back + 200);
        } finally {
            proxy.heal();
        }
        Comparison comparison = Comparison.withClusters(world);
        Counts after = proxy.counts();
        assertThat(after.cut() - before.cut()).as("connections cut").isGreaterThanOrEqualTo(CUTS);
        assertThat(after.stalled()).as("transfers held back").isGreaterThan(before.stalled());
        assertThat(after.refused()).as("connections refused").isGreaterThan(before.refused());
        Report.add(
                "connections to " + where + " cut, stalled for seconds, refused",
                CUTS + 2,
                "counted by the proxy: " + (after.cut() - before.cut()) + " cut, "
                        + (after.stalled() - before.stalled()) + " transfers held back, "
                        + (after.refused() - before.refused()) + " refused",
                comparison);
    }
}
