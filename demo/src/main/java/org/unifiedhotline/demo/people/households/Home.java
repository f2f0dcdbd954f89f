package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.unifiedhotline.demo.people.places.Place;

/**
 * Where a household lives, and lived before it moved.
 *
 * @param moved the day of the move; before it counts {@code first}, from it {@code second}
 */
public record Home(Place first, Place second, LocalDate moved) {

    /** A home that was never moved. */
    static Home settled(Place place) {
        return new Home(place, place, LocalDate.MAX);
    }

    /** The place on a day. */
    public Place on(LocalDate day) {
        return day.isBefore(moved) ? first : second;
    }
}
