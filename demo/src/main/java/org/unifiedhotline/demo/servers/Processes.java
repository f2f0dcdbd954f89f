package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Ending other processes for certain. */
final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Processes() {}

    /**
     * SIGKILL, and wait until they no longer run. One that nobody has collected yet (a container's first process often
     * collects none) counts as gone: it holds no port and no file.
     */
    static void killAndAwait(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes);
    }

    static void awaitEnd(List<ProcessHandle> processes) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (ProcessHandle process : processes) {
            while (runs(process)) {
                if (System.nanoTime() > end) {
                    throw new ServerException("Process " + process.pid() + " does not end");
                }
                pause(10);
            }
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for a server", e);
        }
    }

    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isUncollected(process.pid());
    }

    /** Its first thread may have ended while others still hold its ports and files. */
    private static boolean isUncollected(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String status = Files.readString(process.resolve("stat"));
            return status.substring(status.lastIndexOf(')') + 1).strip().startsWith("Z") && threads.count() <= 1;
        } catch (IOException | UncheckedIOException e) {
            return true;
        }
    }
}
