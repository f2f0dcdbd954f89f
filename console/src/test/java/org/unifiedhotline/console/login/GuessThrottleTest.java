package org.unifiedhotline.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.console.login.GuessThrottle.Outcome;

@DisplayName("Who guesses passwords")
class GuessThrottleTest {
    private final HandClock clock = new HandClock();
    private final GuessThrottle throttle = new GuessThrottle(clock);

    @Test
    @DisplayName("waits after the fifth wrong one, each time twice as long, and is not looked at meanwhile")
    void doubles() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guess("lan", "10.0.0.1", Outcome.WRONG)).isZero();
        }
        assertThat(guess("lan", "10.0.0.1", Outcome.RIGHT)).isEqualTo(Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThat(guess("lan", "10.0.0.1", Outcome.WRONG)).isZero();
        assertThat(guess("lan", "10.0.0.1", Outcome.RIGHT)).isEqualTo(Duration.ofSeconds(4));
        for (int guess = 0; guess < 20; guess++) {
            clock.pass(Duration.ofMinutes(15));
            guess("lan", "10.0.0.1", Outcome.WRONG);
        }
        assertThat(guess("lan", "10.0.0.1", Outcome.WRONG)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    @DisplayName("does not keep the account's owner at another address out")
    void ownerElsewhere() {
        for (int guess = 0; guess < 20; guess++) {
            guess("lan", "10.0.0.1", Outcome.WRONG);
        }
        assertThat(guess("lan", "10.0.0.2", Outcome.RIGHT)).isZero();
    }

    @Test
    @DisplayName("of one account from many addresses waits too, but never longer than a minute")
    void manyAddresses() {
        for (int guess = 0; guess < 31; guess++) {
            guess("lan", "10.0.1." + guess, Outcome.WRONG);
        }
        assertThat(guess("lan", "10.0.2.1", Outcome.WRONG)).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("of many accounts from one address waits too, also with a name that nobody has")
    void manyAccounts() {
        for (int guess = 0; guess < 60; guess++) {
            assertThat(guess("account" + guess, "10.0.0.1", Outcome.WRONG)).isZero();
        }
        assertThat(guess("another", "10.0.0.1", Outcome.WRONG)).isPositive();
        assertThat(guess(null, "10.0.0.1", Outcome.WRONG)).isPositive();
        assertThat(guess("another", "10.0.0.9", Outcome.WRONG)).isZero();
    }

    @Test
    @DisplayName("is forgiven by a right one, and after a quarter of an hour")
    void forgiven() {
        for (int guess = 0; guess < 4; guess++) {
            guess("lan", "10.0.0.1", Outcome.WRONG);
        }
        guess("lan", "10.0.0.1", Outcome.RIGHT);
        for (int guess = 0; guess < 4; guess++) {
            assertThat(guess("lan", "10.0.0.1", Outcome.WRONG)).isZero();
        }
        clock.pass(Duration.ofMinutes(16));
        for (int guess = 0; guess < 4; guess++) {
            assertThat(guess("lan", "10.0.0.1", Outcome.WRONG)).isZero();
        }
        assertThat(guess("lan", "10.0.0.1", Outcome.RIGHT)).isZero();
    }

    @Test
    @DisplayName("cannot get more looked at by guessing at once")
    void atOnce() {
        for (int guess = 0; guess < 4; guess++) {
            guess("lan", "10.0.0.1", Outcome.WRONG);
        }
        assertThat(throttle.begin("lan", "10.0.0.1")).isZero();
        assertThat(throttle.begin("lan", "10.0.0.1")).isPositive();
        throttle.end("lan", "10.0.0.1", Outcome.RIGHT);
        for (int script = 0; script < GuessThrottle.AT_ONCE; script++) {
            assertThat(throttle.begin("lan", "10.0.0.1")).isZero();
        }
        assertThat(throttle.begin("lan", "10.0.0.1")).isPositive();
    }

    private Duration guess(@org.jspecify.annotations.Nullable String account, String address, Outcome outcome) {
        Duration wait = throttle.begin(account, address);
        if (wait.isZero()) {
            throttle.end(account, address, outcome);
        }
        return wait;
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
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
