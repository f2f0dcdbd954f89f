package org.unifiedhotline.masterrecords.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.Hub;

@DisplayName("The service has caught up")
class CaughtUpIT {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Hub hub = Hub.running("caught_up");
    private final CaughtUp caughtUp = new CaughtUp(hub.database.database(), hub.states);

    @BeforeEach
    void loaded() {
        for (SourceSystem system : SourceSystem.values()) {
            hub.ingest.completeSnapshot(system, hub.ingest.beginSnapshot(system));
            hub.states.passed(system, at(20));
        }
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("when capture has passed both logs' ends and nothing of it waits to be resolved or published")
    void allDone() {
        assertThat(caughtUp.upTo(ends(20, 20), AT_ONCE)).isTrue();
        hub.take(inserted("tre_em", 1, 30, "name", "Lê Thị Hoa"));
        assertThat(caughtUp.upTo(ends(20, 20), AT_ONCE))
                .as("waits to be resolved")
                .isFalse();
        hub.resolve();
        assertThat(caughtUp.upTo(ends(20, 20), AT_ONCE))
                .as("waits to be published")
                .isFalse();
        hub.publish();
        assertThat(caughtUp.upTo(ends(20, 20), AT_ONCE)).isTrue();
    }

    @Test
    @DisplayName("not while a log goes on after what was captured, nor while a source cannot be asked")
    void behind() {
        assertThat(caughtUp.upTo(ends(20, 21), AT_ONCE)).isFalse();
        assertThat(caughtUp.upTo(Map.of(SourceSystem.HOTLINE, at(20)), AT_ONCE)).isFalse();
    }

    @Test
    @DisplayName("not before the first load of both sources, however patient the one who asks")
    void notLoaded() {
        try (Hub fresh = Hub.running("caught_up_fresh")) {
            CaughtUp there = new CaughtUp(fresh.database.database(), fresh.states);
            assertThat(there.upTo(ends(1, 1), Duration.ofDays(1))).isFalse();
        }
    }

    @Test
    @DisplayName("whatever comes after the question was asked")
    void underTraffic() throws Exception {
        hub.take(inserted("tre_em", 1, 30, "name", "Lê Thị Hoa"));
        hub.resolve();
        CompletableFuture<Boolean> answer =
                CompletableFuture.supplyAsync(() -> caughtUp.upTo(ends(20, 20), Duration.ofMinutes(5)));
        Thread.sleep(500); // it waits for the index by now
        assertThat(answer).isNotDone();
        hub.take(inserted("tre_em", 2, 31, "name", "Trần Văn Nam"));
        hub.publish();
        assertThat(answer.get(1, TimeUnit.MINUTES)).isTrue();
    }

    private static Map<SourceSystem, SourcePosition> ends(long switchboard, long hotline) {
        return Map.of(SourceSystem.SWITCHBOARD, at(switchboard), SourceSystem.HOTLINE, at(hotline));
    }

    private static SourcePosition at(long offset) {
        return new SourcePosition(1, 1, offset, 0);
    }
}
