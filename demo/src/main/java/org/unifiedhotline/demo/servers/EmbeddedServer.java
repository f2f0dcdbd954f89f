package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real server as a child process, or where {@link ServersElsewhere} runs it: what the three kinds share. It is started when
 * constructed by its kind's {@code start(options)}, can be stopped or killed and started again on the same data and port, and
 * is closed in the end. Not for use by several threads at once.
 */
public abstract sealed class EmbeddedServer implements AutoCloseable
        permits MariaDbServer, PostgresServer, ElasticsearchServer {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final ServersElsewhere.Kind kind;
    private final ServerFolder folder;
    private final Optional<ServersElsewhere> elsewhere = ServersElsewhere.found();
    private final Path installation;
    private final int port;
    private @Nullable Child child;
    private ServersElsewhere.@Nullable Server remote;

    EmbeddedServer(ServersElsewhere.Kind kind, ServerArchive archive, ServerOptions options) {
        if (elsewhere.isPresent() && options.folder().isPresent()) {
            throw new ServerException("A server in " + options.folder().get()
                    + " is wanted, but servers run elsewhere here: " + elsewhere.get());
        }
        this.kind = kind;
        this.name = kind.name().toLowerCase(Locale.ROOT);
        this.installation = elsewhere.isPresent() ? Path.of("elsewhere") : archive.installed();
        this.folder = ServerFolder.take(options.folder(), name);
        this.port = options.port() == 0 ? freePort() : options.port();
    }

    /** The port on 127.0.0.1; stays the same for as long as this object lives. */
    public final int port() {
        return port;
    }

    /** The folder of its data and log. */
    public final Path folder() {
        return folder.path();
    }

    /** What the server itself says, appended to over all starts. */
    public final Path log() {
        Path log = folder().resolve("server.log");
        if (remote != null) {
            try {
                remote.writeLog(log);
            } catch (IOException e) {
                throw new ServerException("Cannot write " + log + ": " + e, e);
            }
        }
        return log;
    }

    /** Whether the server's process runs. */
    public final boolean isRunning() {
        return remote == null ? child != null && child.isAlive() : remote.isRunning();
    }

    /** The server's own process, for tests that stop it with a signal; empty when it does not run. */
    public final Optional<ProcessHandle> process() {
        if (remote != null) {
            return remote.process();
        }
        return child == null ? Optional.empty() : child.process();
    }

    /**
     * Starts the server on its data and waits until it answers; does nothing if it runs.
     *
     * @throws ServerException if it ends or does not answer within three minutes
     */
    public final void start() {
        if (isRunning()) {
            return;
        }
        try {
            if (elsewhere.isPresent()) {
                startThere(elsewhere.get());
            } else {
                Remains.clean(dataFolder(), installation);
                prepare();
                child = Child.start(commandWithPrivileges(), environment(), dataFolder(), log(), stopSignal());
            }
            awaitAnswer();
        } catch (IOException e) {
            kill();
            throw new ServerException("Cannot prepare " + folder() + " for " + name + ": " + e, e);
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    private void startThere(ServersElsewhere place) {
        if (remote == null) {
            remote = place.server(kind, settings(), port);
        }
        remote.start();
    }

    /** Stops the server in order; its data and port stay. */
    public final void stop() {
        if (remote != null) {
            remote.stop();
        }
        if (child != null) {
            child.stop(STOP_PATIENCE);
            child = null;
        }
    }

    /** SIGKILL, as a crash would: no order, nothing flushed. Its data and port stay. */
    public final void kill() {
        if (remote != null) {
            remote.kill();
        }
        if (child != null) {
            child.kill();
            child = null;
        }
    }

    /** Stops the server and lets its folder go; a temporary folder is deleted, so its server need not stop in order. */
    @Override
    public final void close() {
        if (remote != null) {
            remote.close();
        } else if (folder.isTemporary()) {
            kill();
        } else {
            stop();
        }
        folder.close();
    }

    /** Makes what the server needs before its start, on the first start its data. */
    abstract void prepare() throws IOException;

    abstract List<String> command();

    /** What of the command does not depend on where the server runs. */
    abstract List<String> settings();

    Map<String, String> environment() {
        return Map.of();
    }

    abstract String stopSignal();

    /** One question to the server. */
    abstract boolean answers();

    /** The server's working folder, by which its processes are known. */
    final Path dataFolder() {
        return folder().resolve("data");
    }

    final Path installation() {
        return installation;
    }

    /** Runs one of the server's tools to its end in the data folder. */
    final void runTool(List<String> command, Optional<Path> input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(withPrivileges(command))
                .directory(dataFolder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(
                        input.orElse(Path.of("/dev/null")).toFile()));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new ServerException(
                        name + ": " + command.getFirst() + " ended with exit code " + code + "; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while preparing " + name, e);
        }
    }

    private List<String> commandWithPrivileges() {
        return withPrivileges(command());
    }

    private static List<String> withPrivileges(List<String> command) {
        return Stream.concat(Privileges.current().prefix().stream(), command.stream())
                .toList();
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!answers()) {
            if (!isRunning()) {
                throw new ServerException(name + " ended while starting on port " + port + ": " + lastWords());
            }
            if (System.nanoTime() > end) {
                throw new ServerException(name + " does not answer on port " + port + "; see " + log());
            }
            Processes.pause(50);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log()).stream()
                    .filter(line -> line.contains("ERROR") || line.contains("FATAL") || line.contains("rror:"))
                    .toList();
            return (lines.isEmpty() ? "" : lines.getLast() + " ") + "(log: " + log() + ")";
        } catch (IOException e) {
            return "(no log)";
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerException("No free port to be had: " + e.getMessage(), e);
        }
    }
}
