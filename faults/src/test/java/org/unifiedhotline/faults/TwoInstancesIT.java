package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.people.traffic.LiveTraffic;

/** Two instances on one hub: one captures, the other answers and waits, and takes over. */
@Tag("untried")
class TwoInstancesIT {
    private static final List<String> SOURCES = List.of("switchboard", "hotline");

    private final World world = World.withService();

    @Test
    @DisplayName(
            "of two instances started at once each source is captured by one; the other answers, and takes over from a killed one within seconds")
    void takesOver() throws Exception {
        ServiceProcess one = world.service();
        one.close();
        ServiceProcess two = world.service("second", world.settings());
        one.launch();
        two.launch();
        one.start();
        two.start();
        Duration gap;
        try (LiveTraffic traffic = world.traffic()) {
            for (String source : SOURCES) {
                one.waitUntil(source + " is captured by one of the two", () -> streaming(one, two, source) == 1);
            }
            Commands.pause(3000);
            for (String source : SOURCES) {
                assertThat(streaming(one, two, source))
                        .as("who captures the %s", source)
                        .isEqualTo(1);
            }
            for (ServiceProcess each : List.of(one, two)) {
                assertThat(each.send("/api/v1/search?q=nguyen").statusCode()).isEqualTo(200);
                assertThat(each.crosswalk()).isNotEmpty();
            }
            assertThat(two.log() + one.log()).contains("another instance captures it, this one waits");

            boolean firstLeads = one.captureState("switchboard").equals("STREAMING");
            ServiceProcess leader = firstLeads ? one : two;
            ServiceProcess other = firstLeads ? two : one;
            assertThat(leader.kill()).isEqualTo(ServiceProcess.KILLED);
            long killed = System.nanoTime();
            for (String source : SOURCES) {
                other.waitUntil(
                        "it took the " + source + " over",
                        () -> other.captureState(source).equals("STREAMING"));
            }
            gap = Duration.ofNanos(System.nanoTime() - killed);
            leader.start();
            other.waitUntilCaughtUp();
            assertThat(other.kill()).isEqualTo(ServiceProcess.KILLED); // and back again
            for (String source : SOURCES) {
                leader.waitUntil(
                        "it took the " + source + " back",
                        () -> leader.captureState(source).equals("STREAMING"));
            }
            assertThat(traffic.committed()).isPositive();
            leader.close();
        }
        two.close();
        one.start();
        Comparison comparison = Comparison.withClusters(world);
        Report.add(
                "two instances started at once, the leading one killed, twice",
                2,
                "one streamed and one waited for each source, both answered; exit 137; taken over after "
                        + gap.toMillis() + " ms",
                comparison);
    }

    private static long streaming(ServiceProcess one, ServiceProcess two, String source) {
        return List.of(one, two).stream()
                .filter(each -> each.captureState(source).equals("STREAMING"))
                .count();
    }
}
