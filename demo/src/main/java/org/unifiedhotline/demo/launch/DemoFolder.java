package org.unifiedhotline.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.unifiedhotline.demo.servers.Remains;
import org.unifiedhotline.demo.servers.ServerException;
import org.unifiedhotline.demo.servers.ServerFolder;

/**
 * The folder of one demo: the servers' data under {@code servers/}, the service's configuration and log beside it. A mark is
 * set once the legacy data is loaded whole; without it, what lies under {@code servers/} is a broken attempt and goes.
 */
final class DemoFolder implements AutoCloseable {
    private static final String OURS = ".unified-hotline-demo";
    private static final String LOADED = "loaded";
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ServerFolder folder;

    private DemoFolder(ServerFolder folder) {
        this.folder = folder;
    }

    /** Takes the folder, ends what a killed demo left running in it, and clears a half-loaded one. */
    static DemoFolder take(Optional<Path> wanted, Progress progress) {
        DemoFolder taken = new DemoFolder(lock(wanted, progress));
        try {
            taken.tidy(progress);
            return taken;
        } catch (IOException e) {
            taken.close();
            throw new DemoProblem("DEMO_DIR: cannot use " + taken.path() + ": " + e);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /** A demo that was told to stop a moment ago is given some seconds to end. */
    private static ServerFolder lock(Optional<Path> wanted, Progress progress) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean said = false;
        while (true) {
            try {
                return ServerFolder.take(wanted, "demo");
            } catch (ServerFolder.InUseException e) {
                if (System.nanoTime() > end) {
                    throw new DemoProblem("DEMO_DIR: " + e.getMessage());
                }
                if (!said) {
                    progress.say("waiting for an earlier demo in "
                            + wanted.map(Path::toString).orElse("") + " to end");
                    said = true;
                }
                LockSupport.parkNanos(200_000_000);
            } catch (ServerException e) {
                throw new DemoProblem("DEMO_DIR: " + e.getMessage());
            }
        }
    }

    Path path() {
        return folder.path();
    }

    boolean isTemporary() {
        return folder.isTemporary();
    }

    Path server(String name) {
        return servers().resolve(name);
    }

    Path serviceProperties() {
        return path().resolve("service.properties");
    }

    Path serviceLog() {
        return path().resolve("service.log");
    }

    boolean isLoaded() {
        return Files.exists(servers().resolve(LOADED));
    }

    void markLoaded() {
        try {
            Files.createFile(servers().resolve(LOADED));
        } catch (IOException e) {
            throw new DemoProblem("DEMO_DIR: cannot write to " + servers() + ": " + e);
        }
    }

    @Override
    public void close() {
        folder.close();
    }

    private Path servers() {
        return path().resolve("servers");
    }

    private void tidy(Progress progress) throws IOException {
        Remains.clean(path());
        if (Files.exists(servers())) {
            if (!Files.exists(servers().resolve(OURS))) {
                throw new DemoProblem(
                        "DEMO_DIR: " + servers() + " is there but was not made by the demo; choose an empty folder");
            }
            cleanServers();
            if (!isLoaded()) {
                progress.say("the data in " + path() + " was only half loaded: beginning anew");
                ServerFolder.delete(servers());
            }
        }
        Files.createDirectories(servers());
        Files.writeString(
                servers().resolve(OURS), "Data of the demo's servers. It may be deleted while no demo runs in it.\n");
    }

    private void cleanServers() throws IOException {
        try (Stream<Path> all = Files.list(servers())) {
            all.filter(Files::isDirectory).forEach(server -> Remains.clean(server.resolve("data")));
        }
    }
}
