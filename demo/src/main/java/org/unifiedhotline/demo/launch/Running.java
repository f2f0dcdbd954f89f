package org.unifiedhotline.demo.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/** What runs and must be ended, the last begun first. Closed once, by whoever comes first; what is added later ends at once. */
final class Running implements AutoCloseable {
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Progress progress;
    private boolean closing;

    private record Part(String name, AutoCloseable what) {}

    Running(Progress progress) {
        this.progress = progress;
    }

    <T extends AutoCloseable> T add(String name, T what) {
        synchronized (this) {
            if (!closing) {
                parts.push(new Part(name, what));
                return what;
            }
        }
        close(new Part(name, what));
        throw new DemoProblem("The demo is being stopped");
    }

    synchronized boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        for (Part part = next(); part != null; part = next()) {
            close(part);
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Part next() {
        return parts.poll();
    }

    private void close(Part part) {
        progress.say("ending " + part.name());
        try {
            part.what().close();
        } catch (Exception e) {
            progress.say(part.name() + " did not stop in order: " + e.getMessage());
        }
    }
}
