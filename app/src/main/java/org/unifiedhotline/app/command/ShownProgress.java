package org.unifiedhotline.app.command;

import java.io.PrintStream;
import java.util.Locale;
import org.unifiedhotline.matching.bulk.Progress;

/** Shows progress on a terminal's error stream: one line a stage, a percentage now and then. */
public final class ShownProgress implements Progress {
    private final PrintStream to;
    private final long start = System.nanoTime();
    private String stage = "";
    private long shown;

    /** Shows it there; times are counted from now. */
    public ShownProgress(PrintStream to) {
        this.to = to;
    }

    @Override
    public synchronized void at(String now, long done, long total) {
        long percent = total == 0 ? 100 : done * 100 / total;
        if (!now.equals(stage) || percent >= shown + 10) {
            stage = now;
            shown = percent;
            note(now + (percent > 0 ? " " + percent + " %" : ""));
        }
    }

    /** Shows one line. */
    public void note(String text) {
        to.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, text);
    }

    /** Says that all is done. */
    public void end() {
        note("done");
    }
}
