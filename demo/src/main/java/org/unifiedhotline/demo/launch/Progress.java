package org.unifiedhotline.demo.launch;

import java.io.PrintStream;
import java.util.Locale;

/** What the demo says while it comes up and goes down: lines with the seconds since its start. */
final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", (System.nanoTime() - start) / 1e9, line));
        out.flush();
    }

    void block(String text) {
        out.println(text);
        out.flush();
    }
}
