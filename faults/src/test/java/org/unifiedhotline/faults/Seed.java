package org.unifiedhotline.faults;

import java.util.Random;

/** Where chance comes from: {@code -Dfaults.seed}, the same for each fault whatever ran before it. */
final class Seed {
    static final long VALUE = Long.getLong("faults.seed", 111);

    private Seed() {}

    /** The chance of one fault. */
    static Random of(String fault) {
        return new Random(VALUE * 1_000_003 + fault.hashCode());
    }
}
