package org.unifiedhotline.app.link;

import java.io.PrintStream;
import java.util.Locale;
import org.unifiedhotline.matching.bulk.Progress;

/** Shows progress on a terminal's error stream: one line a stage, a percentage now and then. */
final class ShownProgress implements Progress {
    private final PrintStream to;
    private final long start = System.nanoTime();
    private String stage = "";
    private long shown;

    ShownProgress(PrintStream to) {
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

    void note(String text) {
        to.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, text);
    }

    void end() {
        note("done");
    }
}
