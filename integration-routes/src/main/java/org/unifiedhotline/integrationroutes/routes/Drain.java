package org.unifiedhotline.integrationroutes.routes;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Does a piece of work again and again until little or nothing is left of it, or the service stops. */
public final class Drain {
    private final IntSupplier piece;
    private final int large;
    private final BooleanSupplier stopping;
    private final WorkMeter meter;

    /** @param piece does the next piece of work and says how much it was, 0 if there was nothing to do */
    Drain(IntSupplier piece, BooleanSupplier stopping, WorkMeter meter) {
        this(piece, 1, stopping, meter);
    }

    /** @param large what a piece must have been for the next to be done at once: after less, more may gather */
    Drain(IntSupplier piece, int large, BooleanSupplier stopping, WorkMeter meter) {
        this.piece = piece;
        this.large = large;
        this.stopping = stopping;
        this.meter = meter;
    }

    /** Works until there is nothing, or only a little, to do now. */
    public void work() {
        int done;
        do {
            done = stopping.getAsBoolean() ? 0 : meter.measure(piece);
        } while (done >= large);
    }
}
