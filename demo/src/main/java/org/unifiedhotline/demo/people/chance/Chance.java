package org.unifiedhotline.demo.people.chance;

import java.time.LocalDate;
import java.util.List;

/**
 * A stream of seeded decisions. Two streams made from the same key decide the same on every machine and JDK, because the
 * generator is written out here.
 *
 * <p>SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014. Not thread-safe.
 */
public final class Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream that belongs to a seed, a purpose and a number (of a household, say); independent of all others. */
    public static Chance of(long seed, String purpose, long number) {
        return new Chance(mix(mix(seed) + purpose.hashCode() * GOLDEN_GAMMA) + mix(number));
    }

    /** 64 fresh bits. */
    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 up to and without {@code bound}, which must be positive. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** A number from {@code first} to {@code last}, both included. */
    public int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** True with the given probability, 0 to 1. */
    public boolean happens(double probability) {
        return (bits() >>> 11) * 0x1.0p-53 < probability;
    }

    /** One of the elements, each as likely as the next. */
    public <T> T oneOf(List<T> elements) {
        return elements.get(below(elements.size()));
    }

    /** One of the words, each as likely as the next. */
    public String oneOf(String... words) {
        return words[below(words.length)];
    }

    /** The index of a weight, drawn in proportion to the weights. */
    public int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = below(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** So many decimal digits, leading zeros included. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + below(10)));
        }
        return digits.toString();
    }

    /** A day from {@code first} to {@code last}, both included; {@code first} if the two are in the wrong order. */
    public LocalDate day(LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay();
        return days <= 0 ? first : first.plusDays(below((int) days + 1));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
