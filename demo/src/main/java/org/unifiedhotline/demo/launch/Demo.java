package org.unifiedhotline.demo.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.demo.people.traffic.LegacyConnections;
import org.unifiedhotline.demo.people.traffic.LiveTraffic;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.ServerException;

/**
 * The whole system on one machine, for a look: real servers, sample data, the service, live traffic. Runs until it is told to
 * stop, until the process that started it is gone, or until the service ends; then ends all it started, in order.
 *
 * <p>Settings come from the environment ({@code DEMO_*}, see the room's README). Two system properties are Maven's:
 * {@code unifiedhotline.project}, the project's checkout (or else the working folder), and {@code unifiedhotline.problem}, a
 * file for the reason of a failure.
 */
public final class Demo {
    /** What the build takes for "it has said why"; a JVM that cannot start ends with 1 and says nothing here. */
    private static final int PROBLEM_TOLD = 3;

    private final Progress progress;
    private final Running running;
    private final Problems problems = Problems.toFileOf(System.getProperty("unifiedhotline.problem", ""));
    private final Map<String, String> environment;

    private Demo(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.progress = new Progress(out);
        this.running = new Running(progress);
    }

    /** Runs the demo; exit code 3 when it could not come up or the service ended by itself. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Demo(System.getenv(), out).run());
    }

    private int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop demo"));
        ParentWatch.onParentEnd(() -> {
            progress.say("the process that started the demo is gone");
            System.exit(1);
        });
        try {
            problems.clear();
            Service service = bringUp(DemoSettings.from(environment, here()));
            service.awaitEnd();
            throw new DemoProblem("The service ended by itself" + service.lastWords());
        } catch (DemoProblem e) {
            complain(e.lines());
        } catch (ServerException e) {
            complain(List.of(String.valueOf(e.getMessage())));
        }
        return PROBLEM_TOLD;
    }

    private Service bringUp(DemoSettings settings) {
        Service.jar(project()); // before anything is started
        DemoFolder folder = running.add("use of the folder", DemoFolder.take(settings.folder(), progress));
        DemoPort.requireFree(settings);
        progress.say(
                "starting MariaDB, PostgreSQL (hotline), PostgreSQL (hub) and Elasticsearch; data in " + folder.path());
        DemoServers servers = running.add("the servers", new DemoServers(folder, settings, progress));
        if (folder.isLoaded()) {
            progress.say("going on with the data in " + folder.path() + "; nothing is loaded again");
        } else {
            Hub.create(servers.hub());
            new LegacyData(settings, progress).load(servers.switchboard(), servers.hotline());
            folder.markLoaded();
        }
        servers.switchboard();
        servers.hotline();
        Hub.prepare(servers.hub());
        ServiceConfiguration.write(folder, settings);
        progress.say("starting the service; its log is " + folder.serviceLog());
        Service service = running.add("the service", Service.start(project(), folder, settings));
        servers.search(); // the slowest; the service needs it only once there is something to index
        service.awaitHealth();
        progress.say("the service is up");
        service.awaitFirstLoad(progress);
        if (settings.changesPerSecond() > 0) {
            running.add(
                    "the live traffic",
                    LiveTraffic.start(legacy(servers), LegacyData.WORLD, settings.changesPerSecond()));
        }
        progress.block(ClosingBlock.of(settings, folder));
        return service;
    }

    private static LegacyConnections legacy(DemoServers servers) {
        String switchboard = servers.switchboard().jdbcUrl(LegacySystems.SWITCHBOARD);
        String hotline = servers.hotline().jdbcUrl(LegacySystems.HOTLINE);
        return new LegacyConnections(() -> LegacyData.application(switchboard), () -> LegacyData.application(hotline));
    }

    private void complain(List<String> lines) {
        if (!running.isClosing()) { // otherwise somebody stopped us, and what fails now fails for that reason
            lines.forEach(line -> progress.block("ERROR " + line));
            problems.write(lines);
        }
    }

    private static Path project() {
        return Path.of(System.getProperty("unifiedhotline.project", ""))
                .toAbsolutePath()
                .normalize();
    }

    /** Where the person who started Maven stood: relative paths mean that. */
    private Path here() {
        Path shell = Path.of(environment.getOrDefault("PWD", ""));
        return shell.isAbsolute() && Files.isDirectory(shell)
                ? shell
                : Path.of("").toAbsolutePath();
    }
}
