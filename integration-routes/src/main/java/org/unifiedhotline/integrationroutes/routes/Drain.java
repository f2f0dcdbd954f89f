package org.unifiedhotline.integrationroutes.routes;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Does a piece of work again and again until nothing is left of it, or the service stops. */
public final class Drain {
    private final IntSupplier piece;
    private final BooleanSupplier stopping;
    private final WorkMeter meter;

    /** @param piece does the next piece of work and says how much it was, 0 if there was nothing to do */
    Drain(IntSupplier piece, BooleanSupplier stopping, WorkMeter meter) {
        this.piece = piece;
        this.stopping = stopping;
        this.meter = meter;
    }

    /** Works until there is nothing to do now. */
    public void work() {
        int done;
        do {
            done = stopping.getAsBoolean() ? 0 : meter.measure(piece);
        } while (done > 0);
    }
}
