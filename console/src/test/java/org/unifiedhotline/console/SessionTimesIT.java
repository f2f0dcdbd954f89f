package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service whose sessions go by a clock that is put forward: each of its steps is far longer than the test takes. */
@DisplayName("A session")
class SessionTimesIT {
    private static final PutForward CLOCK = new PutForward();
    private static final String SOMETHING = "/api/v1/me";

    private static ServletWebServerApplicationContext service;
    private static String url;

    /** No component, so that other services of these tests keep their clock. */
    static class Parts {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void start() {
        service = ConsoleService.startBeside(
                Map.of(
                        "unified-hotline.console.session.idle",
                        "30m",
                        "unified-hotline.console.session.absolute",
                        "10h"),
                Parts.class);
        url = "http://127.0.0.1:" + service.getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("ends when nothing was done by hand for half an hour, whatever its pages asked by themselves")
    void idle() {
        Http browser = logIn();
        CLOCK.putForward(Duration.ofMinutes(20));
        assertThat(browser.withHeader("X-Idle-For", "1200").get(SOMETHING).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
        CLOCK.putForward(Duration.ofMinutes(11));
        assertThat(browser.get(SOMETHING).statusCode()).isEqualTo(401);
        assertThat(browser.get(SOMETHING).statusCode()).as("and stays ended").isEqualTo(401);
        assertThat(Http.machine("auditor-script")
                        .get("/api/v1/audit?account=counsellor-dn&refused=true&limit=2")
                        .body())
                .contains("\"sessionEnded\":\"by time\"");
    }

    @Test
    @DisplayName("goes on while something is done by hand, and ends after ten hours all the same")
    void absolute() {
        Http browser = logIn();
        for (int time = 1; time <= 29; time++) {
            CLOCK.putForward(Duration.ofMinutes(20));
            assertThat(browser.get(SOMETHING).statusCode())
                    .as(time * 20 + " minutes")
                    .isEqualTo(200);
        }
        CLOCK.putForward(Duration.ofMinutes(20));
        assertThat(browser.get(SOMETHING).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("ends with the streams that it keeps open, also when nothing more is asked")
    void streams() {
        try (Stream stream = Stream.open(logIn(), null)) {
            CLOCK.putForward(Duration.ofMinutes(31));
            assertThat(stream.hasEnded()).isTrue();
        }
    }

    /** Logins begin by the machine's clock: the other is set back to it. */
    private static Http logIn() {
        CLOCK.setBack();
        return Http.person("counsellor-dn", url);
    }

    private static final class PutForward extends Clock {
        private volatile Duration by = Duration.ZERO;

        void putForward(Duration further) {
            by = by.plus(further);
        }

        void setBack() {
            by = Duration.ZERO;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
