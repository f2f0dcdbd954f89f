package org.unifiedhotline.integrationroutes.reconciliation;

/** Keeps the reading of rows to a rate: after so many rows, the time that they may take is waited for. */
final class Pace {
    private final int rowsPerSecond;
    private long nextAt = System.nanoTime();

    Pace(int rowsPerSecond) {
        this.rowsPerSecond = rowsPerSecond;
    }

    /** So many rows were read; what time was not used is not saved up for later. */
    void took(int rows) throws InterruptedException {
        nextAt = Math.max(nextAt, System.nanoTime() - 1_000_000_000L) + rows * 1_000_000_000L / rowsPerSecond;
        long wait = (nextAt - System.nanoTime()) / 1_000_000;
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }
}
