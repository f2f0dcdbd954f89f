package org.unifiedhotline.demo.people.traffic;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.systems.Times;

/** Everything happens now, by a clock in Vietnam's time. */
record LiveTimes(Clock clock) implements Times {

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public LocalDateTime begin(LocalDate earliest, LocalDate latest, Chance chance) {
        return now();
    }

    @Override
    public LocalDateTime within(LocalDateTime moment, int days, Chance chance) {
        return moment;
    }
}
