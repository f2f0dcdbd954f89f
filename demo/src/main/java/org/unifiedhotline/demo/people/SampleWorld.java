package org.unifiedhotline.demo.people;

import java.time.LocalDate;

/**
 * A world of sample people: the same values tell the same people, rows and truth on every machine. A world of more people
 * with the same seed and last day begins with the smaller one.
 *
 * @param seed tells the world
 * @param people how many people there are, 1 or more; the last household may bring a few above
 * @param until the last day on which something happens; must not be before 2013
 */
public record SampleWorld(long seed, int people, LocalDate until) {

    /** The size of the demo's world: large enough to search in, loaded within seconds. */
    public static final int DEMO_PEOPLE = 2_000;

    /** The last day of a world that names no other; fixed, so that a seed tells everything. */
    public static final LocalDate DEFAULT_LAST_DAY = LocalDate.of(2026, 10, 31);

    private static final LocalDate EARLIEST_LAST_DAY = LocalDate.of(2013, 1, 1);

    public SampleWorld {
        if (people < 1) {
            throw new IllegalArgumentException("a world has people, asked for " + people);
        }
        if (until.isBefore(EARLIEST_LAST_DAY)) {
            throw new IllegalArgumentException("the systems began in 2012; the last day was " + until);
        }
    }

    /** A world that ends on {@link #DEFAULT_LAST_DAY}. */
    public static SampleWorld of(long seed, int people) {
        return new SampleWorld(seed, people, DEFAULT_LAST_DAY);
    }

    /** The same world going on until another day; its people and rows differ. */
    public SampleWorld until(LocalDate lastDay) {
        return new SampleWorld(seed, people, lastDay);
    }
}
