package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.unifiedhotline.demo.people.chance.Chance;

/** When things happen: spread over the years in a sample, now in live traffic. Local time of Vietnam. */
public interface Times {

    /** The last day of this world. */
    LocalDate today();

    /** The moment at which something begins, not before a day. */
    LocalDateTime begin(LocalDate earliest, LocalDate latest, Chance chance);

    /** A moment up to so many days after another, never after today. */
    LocalDateTime within(LocalDateTime moment, int days, Chance chance);

    /** Times spread evenly from 2012 up to and with the last day. */
    static Times until(LocalDate today) {
        return new SpreadTimes(today);
    }
}
