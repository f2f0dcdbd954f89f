package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances on one hub: one captures, the other answers and waits, and takes over. */
@Tag("untried")
class TwoInstancesIT {
    private static final List<String> SOURCES = List.of("switchboard", "hotline");
    private static final String EMPTY = "empty";
    /** What the service promises whoever runs two of it. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(15);

    private final World world = World.withService();

    /** An instance, and the proxy through which it alone goes to the hub. */
    private record Instance(ServiceProcess service, Proxy toHub) {}

    @Test
    @DisplayName(
            "of two instances started at once each source is captured by one; the other answers, and takes over from a killed one within seconds")
    void takesOver() throws Exception {
        world.service().close();
        Proxy ownProxy = Proxy.to(world.hub().port());
        Instance one = new Instance(world.service(), world.toHub());
        Instance two = new Instance(world.service("second", through(ownProxy, World.HUB, world.settings())), ownProxy);
        Duration gap;
        try (Traffic traffic = world.traffic()) {
            startTogether(one, two);
            awaitOneLeading(World.HUB, one, two);
            Marker.write(world).await(one.service());
            Commands.pause(3000);
            SOURCES.forEach(source -> assertThat(leads(World.HUB, one, source) ^ leads(World.HUB, two, source))
                    .as("one of the two captures the " + source)
                    .isTrue());
            requireAnswersAndWaiting(one, two);

            Instance leader = leads(World.HUB, one, "switchboard") ? one : two;
            Instance other = leader == one ? two : one;
            gap = takenOver(leader, other);
            leader.service().start();
            other.service().waitUntilCaughtUp();
            Duration back = takenOver(other, leader);
            gap = back.compareTo(gap) > 0 ? back : gap;
            assertThat(traffic.committed()).isPositive();
        } finally {
            two.service().close();
            ownProxy.close();
        }
        one.service().start();
        Comparison comparison = Comparison.withClusters(world);
        Report.add(
                "two instances started at once, the leading one killed, twice",
                2,
                "the session in the hub that holds the lease of each source came from one of the two, the other said that it"
                        + " waits, both answered; exit 137; the other's session held the leases, and a call written after"
                        + " the kill was in the hub, after at most " + gap.toMillis() + " ms",
                comparison);
    }

    @Test
    @DisplayName(
            "two instances started at once on an empty hub and no index make both once, and all rows are read by one")
    void firstStart() throws Exception {
        world.service().close();
        Map<String, String> settings = world.settings(EMPTY, Map.of());
        Proxy ownProxy = Proxy.to(world.hub().port());
        Instance one = new Instance(world.service(EMPTY, settings), world.toHub());
        Instance two = new Instance(world.service(EMPTY + "-second", through(ownProxy, EMPTY, settings)), ownProxy);
        try {
            startTogether(one, two);
            awaitOneLeading(EMPTY, one, two);
            Marker.write(world).await(one.service(), EMPTY);
            one.service()
                    .waitUntil(
                            "people are told", () -> !one.service().crosswalk().isEmpty());
            requireAnswersAndWaiting(one, two);
            assertThat(world.inHub(EMPTY, "SELECT DISTINCT life::text FROM capture_state"))
                    .as("how often all rows were read")
                    .containsExactly("1");
            two.service().close(); // only whoever captures both sources knows that all was taken in
            one.service().waitUntilCaughtUp();
            Comparison comparison = Comparison.of(world, one.service(), settings);
            Comparison.requireClusters(settings);
            Report.add(
                    "two instances started at once on an empty hub and no index",
                    1,
                    "both were launched before either answered; one held the leases, the other said that it waits; all"
                            + " rows were read once",
                    comparison);
        } finally {
            one.service().close();
            two.service().close();
            ownProxy.close();
        }
        world.forget(EMPTY);
    }

    private static void startTogether(Instance one, Instance two) {
        one.service().launch();
        two.service().launch();
        one.service().start();
        two.service().start();
    }

    private void awaitOneLeading(String hub, Instance one, Instance two) {
        for (String source : SOURCES) {
            one.service()
                    .waitUntil(
                            "the " + source + " is captured by one of the two",
                            () -> leads(hub, one, source) || leads(hub, two, source));
        }
    }

    private static void requireAnswersAndWaiting(Instance one, Instance two) throws IOException {
        for (Instance each : List.of(one, two)) {
            assertThat(each.service().send("/api/v1/search?q=nguyen").statusCode())
                    .isEqualTo(200);
            assertThat(each.service().crosswalk()).isNotEmpty();
        }
        String said = one.service().logSinceStart() + two.service().logSinceStart();
        SOURCES.forEach(source -> assertThat(said).contains(source + ": another instance captures it, this one waits"));
    }

    /** Kills one of the two; returns how long it took until what was written since was captured by the other. */
    private Duration takenOver(Instance killed, Instance other) {
        assertThat(killed.service().kill()).isEqualTo(ServiceProcess.KILLED);
        long begun = System.nanoTime();
        Marker marker = Marker.write(world);
        for (String source : SOURCES) {
            other.service().waitUntil("it took the " + source + " over", () -> leads(World.HUB, other, source));
        }
        marker.await(other.service());
        Duration gap = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(gap).as("until the other had taken over").isLessThan(TAKEN_OVER_WITHIN);
        return gap;
    }

    /** Whether an instance has the lease of a source: the hub's session that holds it came through that instance's proxy. */
    private boolean leads(String hub, Instance instance, String source) {
        return world.inHub(hub, """
                        SELECT a.client_port::text
                          FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                         WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database()
                           AND a.application_name = 'unified-hotline capture of %s'""".formatted(source)).stream()
                .anyMatch(port -> instance.toHub().carries(Integer.parseInt(port)));
    }

    private static Map<String, String> through(Proxy proxy, String hub, Map<String, String> settings) {
        Map<String, String> own = new TreeMap<>(settings);
        own.put("spring.datasource.url", World.hubUrl(proxy, hub));
        return own;
    }
}
