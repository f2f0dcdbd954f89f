package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process bound to the life of this JVM. Between the two stands a small shell, in a process group of its own, whose
 * standard input is a pipe that the JVM holds:
 *
 * <ul>
 *   <li>when the JVM ends, however it ends, the pipe ends, and the shell kills its group;
 *   <li>when the shell ends, the kernel kills the process ({@code setpriv --pdeathsig});
 *   <li>when the process ends, the shell kills what it left in the group and ends too.
 * </ul>
 *
 * Being in a group of its own, it also never hears a terminal's Ctrl-C: it is stopped in order, by us.
 */
public final class Child {
    // Descriptor 3 is the pipe; the process itself does not get it. A line "stop" asks for an orderly end.
    private static final String SUPERVISOR = """
            signal=$1; shift
            exec 3<&0 </dev/null
            "$@" 3<&- &
            child=$!
            trap '' INT TERM HUP
            (
              while read -r word <&3; do
                [ "$word" = stop ] && kill -s "$signal" "$child"
              done
              kill -KILL 0
            ) &
            exec 3<&-
            wait "$child"
            echo "$(date -u +%FT%TZ) process $child ended with exit code $?" >&2
            kill -KILL 0
            """;

    private final Process supervisor;

    private Child(Process supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Starts a process.
     *
     * @param command the program and its arguments
     * @param environment variables set in addition to this process's own
     * @param folder its working folder
     * @param log the file its output is appended to
     * @param stopSignal the signal's name, without SIG, that asks it for an orderly end
     */
    public static Child start(
            List<String> command, Map<String, String> environment, Path folder, Path log, String stopSignal) {
        List<String> whole = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, "supervisor", stopSignal));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new ServerException("Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** A command line for a process of this same user that also dies when its shell does. */
    public static List<String> bound(List<String> command) {
        return Stream.concat(Privileges.ORDINARY_USER.prefix().stream(), command.stream())
                .toList();
    }

    /** Whether the process, or the shell that watches it, still runs. */
    public boolean isAlive() {
        return supervisor.isAlive();
    }

    /** Done when the process has ended. */
    public CompletableFuture<Void> onExit() {
        return supervisor.onExit().thenAccept(ended -> {});
    }

    /** The process itself, not the shell that watches it; empty when it has ended. */
    public Optional<ProcessHandle> process() {
        return supervisor.children().filter(child -> !isShell(child)).findFirst();
    }

    /** Asks for an orderly end and waits for it; kills after the given time. Does nothing when ended already. */
    public void stop(Duration patience) {
        try {
            OutputStream pipe = supervisor.getOutputStream();
            pipe.write("stop\n".getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            // the pipe is broken: the shell has ended or is about to
        }
        try {
            if (!supervisor.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL to the process, all it started and the shell; returns when all of them are gone. */
    public void kill() {
        // the shell goes last: it collects the process it started
        Processes.killAndAwait(supervisor.descendants().toList());
        Processes.killAndAwait(List.of(supervisor.toHandle()));
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("sh")).orElse(true);
    }
}
