package org.unifiedhotline.demo.launch;

import java.util.List;

/** What keeps the demo from running, each in one line that says what to do. */
final class DemoProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    DemoProblem(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    DemoProblem(String line) {
        this(List.of(line));
    }

    List<String> lines() {
        return lines;
    }
}
