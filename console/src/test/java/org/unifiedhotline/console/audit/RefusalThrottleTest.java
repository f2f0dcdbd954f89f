package org.unifiedhotline.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.console.access.AuditMark;
import org.unifiedhotline.console.audit.RefusalThrottle.LeftOut;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.records.MasterId;

@DisplayName("Refusals that come by the hundred")
class RefusalThrottleTest {
    private final MovedClock clock = new MovedClock();
    private final RefusalThrottle throttle = new RefusalThrottle(clock);

    @Test
    @DisplayName("have entries for the first twenty of a minute, and the others are told once, when it is over")
    void minute() {
        assertThat(refusedTimes(50, "officer", "10.0.0.1")).isEqualTo(20);
        assertThat(throttle.leftOut(false)).as("within the minute").isEmpty();
        clock.move(Duration.ofSeconds(60));
        LeftOut left = throttle.leftOut(false).getFirst();
        assertThat(left.count()).isEqualTo(30);
        assertThat(left.status()).isEqualTo(403);
        assertThat(left.last().account()).isEqualTo("officer");
        assertThat(left.last().address()).isEqualTo("10.0.0.1");
        assertThat(left.last().call()).isEqualTo("GET /api/v1/search");
        assertThat(throttle.leftOut(false)).as("told once").isEmpty();
    }

    @Test
    @DisplayName("are told at the end of the service too, though their minute is not over")
    void end() {
        refusedTimes(21, "officer", "10.0.0.1");
        assertThat(throttle.leftOut(true)).extracting(LeftOut::count).containsExactly(1L);
    }

    @Test
    @DisplayName("are told also when the next refusal comes before anybody asked")
    void nextMinute() {
        refusedTimes(25, "officer", "10.0.0.1");
        clock.move(Duration.ofMinutes(2));
        assertThat(refusedTimes(1, "officer", "10.0.0.1")).isOne();
        assertThat(throttle.leftOut(false)).extracting(LeftOut::count).containsExactly(5L);
    }

    @Test
    @DisplayName("of each account and address are counted apart; few leave nothing to be told")
    void apart() {
        assertThat(refusedTimes(20, "officer", "10.0.0.1")).isEqualTo(20);
        assertThat(refusedTimes(20, "officer", "10.0.0.2")).isEqualTo(20);
        assertThat(refusedTimes(20, null, "10.0.0.2")).isEqualTo(20);
        assertThat(throttle.leftOut(true)).isEmpty();
    }

    @Test
    @DisplayName("from more addresses than are kept in mind lose no count")
    void manyAddresses() {
        refusedTimes(23, "officer", "10.0.0.1");
        for (int address = 0; address < 10_001; address++) {
            refusedTimes(1, null, "host " + address);
        }
        assertThat(throttle.leftOut(false)).extracting(LeftOut::count).containsExactly(3L);
    }

    @Test
    @DisplayName("keep whom they asked for, so that whoever walks through ids is on record with each")
    void whom() {
        List<MasterId> walked = walk(50, 0);
        clock.move(Duration.ofSeconds(60));
        LeftOut left = throttle.leftOut(false).getFirst();
        assertThat(left.asked()).as("those without an entry of their own").isEqualTo(walked.subList(20, 50));
        assertThat(left.more()).isFalse();
    }

    @Test
    @DisplayName("keep no more than a thousand of those, and say so; of the next minute again")
    void mostAsked() {
        List<MasterId> walked = walk(1_021, 0);
        clock.move(Duration.ofSeconds(60));
        LeftOut left = throttle.leftOut(false).getFirst();
        assertThat(left.asked()).isEqualTo(walked.subList(20, 1_020));
        assertThat(left.more()).isTrue();
        walk(25, 5_000);
        assertThat(throttle.leftOut(true)).singleElement().satisfies(next -> {
            assertThat(next.asked()).hasSize(5);
            assertThat(next.more()).isFalse();
        });
    }

    @Test
    @DisplayName("of many addresses keep a bounded number in all, and count on")
    void mostAskedInAll() {
        for (int address = 0; address < 120; address++) {
            for (int id = 0; id < 1_020; id++) {
                throttle.isWritten(asking("10.0.1." + address, id), 403);
            }
        }
        List<LeftOut> left = throttle.leftOut(true);
        assertThat(left).hasSize(120).allSatisfy(one -> assertThat(one.count()).isEqualTo(1_000));
        assertThat(left.stream().mapToInt(one -> one.asked().size()).sum()).isEqualTo(100_000);
        assertThat(left.getLast().more()).isTrue();
    }

    private List<MasterId> walk(int ids, int from) {
        List<MasterId> walked = new ArrayList<>();
        for (int id = from; id < from + ids; id++) {
            CallFacts facts = asking("10.0.0.1", id);
            throttle.isWritten(facts, 403);
            walked.addAll(facts.asked());
        }
        return walked;
    }

    private static CallFacts asking(String address, int id) {
        return new CallFacts(
                AuditMark.READ,
                AuditKind.READ,
                "GET /api/v1/master-records/{id}",
                "admin",
                List.of(),
                address,
                true,
                List.of(MasterId.of("00000000-0000-4000-8000-%012d".formatted(id))),
                Map.of());
    }

    /** How many of them get an entry of their own. */
    private int refusedTimes(int times, @Nullable String account, String address) {
        CallFacts facts = new CallFacts(
                AuditMark.SEARCH,
                AuditKind.SEARCH,
                "GET /api/v1/search",
                account,
                List.of(),
                address,
                true,
                List.of(),
                Map.of());
        int written = 0;
        for (int time = 0; time < times; time++) {
            written += throttle.isWritten(facts, 403) ? 1 : 0;
        }
        return written;
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
