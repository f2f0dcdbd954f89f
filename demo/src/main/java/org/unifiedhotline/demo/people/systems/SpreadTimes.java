package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.unifiedhotline.demo.people.chance.Chance;

/** Times of a sample: from 2012 on, with the calls of a day mostly by daylight. */
record SpreadTimes(LocalDate today) implements Times {

    private static final LocalDate SYSTEMS_BEGIN = LocalDate.of(2012, 1, 1);

    @Override
    public LocalDateTime begin(LocalDate earliest, LocalDate latest, Chance chance) {
        LocalDate first = earliest.isBefore(SYSTEMS_BEGIN) ? SYSTEMS_BEGIN : earliest;
        LocalDate last = latest.isAfter(today) ? today : latest;
        return chance.day(first.isAfter(today) ? today : first, last).atTime(timeOfDay(chance));
    }

    @Override
    public LocalDateTime within(LocalDateTime moment, int days, Chance chance) {
        LocalDateTime later = moment.plusMinutes(chance.between(5, days * 24 * 60));
        LocalDateTime end = today.plusDays(1).atStartOfDay();
        if (later.isBefore(end)) {
            return later;
        }
        int left = (int) Math.max(1, ChronoUnit.SECONDS.between(moment, end));
        return moment.plusSeconds(chance.below(left));
    }

    private static LocalTime timeOfDay(Chance chance) {
        int hour = chance.happens(0.85) ? chance.between(7, 21) : chance.below(24);
        return LocalTime.of(hour, chance.below(60), chance.below(60));
    }
}
