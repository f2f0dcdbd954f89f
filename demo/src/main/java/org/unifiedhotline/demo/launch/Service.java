package org.unifiedhotline.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.demo.servers.Child;
import org.unifiedhotline.demo.servers.Remains;

/** The service itself, run from its jar as an operator runs it, as a child that cannot outlive the demo. */
final class Service implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(45);
    private static final int LAST_LINES = 12;

    private final Child child;
    private final Path log;
    private final Path lastLog;
    private final ServiceApi api;

    private Service(Child child, Path log, Path lastLog, ServiceApi api) {
        this.child = child;
        this.log = log;
        this.lastLog = lastLog;
        this.api = api;
    }

    /**
     * The service's jar in a checkout.
     *
     * @throws DemoProblem if it is not built
     */
    static Path jar(Path project) {
        Path jar = project.resolve("app/target/app.jar");
        if (!Files.isRegularFile(jar)) {
            throw new DemoProblem(jar + " is missing: run mvn -Pdemo in the project's folder");
        }
        return jar;
    }

    /**
     * Starts the service.
     *
     * @param project the checkout, whose {@code config/} the service reads as an operator's would be
     */
    static Service start(Path project, DemoFolder folder, DemoSettings settings) {
        Path jar = jar(project);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                // Batches of a first load are arrays of megabytes, which need not be collected as humongous objects
                // then.
                "-XX:G1HeapRegionSize=8m",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError",
                Remains.mark(folder.path()),
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--spring.config.additional-location=file:" + folder.serviceProperties());
        Child child = Child.start(Child.bound(command), Map.of(), project, folder.serviceLog(), "TERM");
        return new Service(
                child,
                folder.serviceLog(),
                jar.resolveSibling("service-failed.log"),
                new ServiceApi(settings.port(DemoPort.CONSOLE)));
    }

    /** Waits until the service says that it is up. */
    void awaitHealth() {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!api.isHealthy()) {
            requireAlive();
            if (System.nanoTime() > end) {
                throw new DemoProblem("The service does not become healthy" + lastWords());
            }
            pause(200);
        }
    }

    /** Waits until all rows that stood in both legacy databases have gone the whole way. */
    void awaitFirstLoad(Progress progress) {
        String before = "";
        for (ServiceApi.Load load = api.load(); !load.complete(); load = api.load()) {
            requireAlive();
            if (!load.figures().equals(before)) {
                progress.say("first load: " + load.figures());
                before = load.figures();
            }
            pause(500);
        }
        progress.say("first load: complete");
    }

    /** Blocks for as long as the service runs. */
    void awaitEnd() {
        child.onExit().join();
    }

    String lastWords() {
        try {
            Files.copy(log, lastLog, StandardCopyOption.REPLACE_EXISTING); // a temporary folder goes with its log
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "; its log is " + lastLog + "\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return "; its log is " + log;
        }
    }

    @Override
    public void close() {
        child.stop(STOP_PATIENCE);
    }

    private void requireAlive() {
        if (!child.isAlive()) {
            throw new DemoProblem("The service ended while starting" + lastWords());
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoProblem("The demo is being stopped");
        }
    }
}
