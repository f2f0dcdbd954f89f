package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.unifiedhotline.demo.people.telephones.Line;

/**
 * The line on which a person can be reached, and the one before it.
 *
 * @param changed the day from which {@code second} counts
 */
public record Telephone(Line first, Line second, LocalDate changed) {

    /** A line that was never given up. */
    static Telephone kept(Line line) {
        return new Telephone(line, line, LocalDate.MAX);
    }

    /** The line on a day. */
    public Line on(LocalDate day) {
        return day.isBefore(changed) ? first : second;
    }
}
