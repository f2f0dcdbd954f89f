package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.EmbeddedServer;

/** {@code kill -9} of each server under the service, and its start on the same data some seconds later. */
class KilledServersIT {
    private final World world = World.withService();

    @Test
    @DisplayName("kill -9 of the switchboard's MariaDB loses and doubles nothing")
    void switchboard() {
        killed("kill -9 of the switchboard's MariaDB", world.switchboard());
    }

    @Test
    @DisplayName("kill -9 of the hotline's PostgreSQL loses and doubles nothing")
    void hotline() {
        killed("kill -9 of the hotline's PostgreSQL", world.hotline());
    }

    @Test
    @DisplayName("kill -9 of the hub's PostgreSQL loses and doubles nothing")
    void hub() {
        killed("kill -9 of the hub's PostgreSQL", world.hub());
    }

    @Test
    @DisplayName("kill -9 of Elasticsearch loses and doubles nothing")
    void search() {
        killed("kill -9 of Elasticsearch", world.search());
    }

    private void killed(String fault, EmbeddedServer server) {
        Random random = Seed.of(fault);
        long pid = server.process().orElseThrow().pid();
        try (Traffic traffic = world.traffic()) {
            Commands.pause(1500 + random.nextInt(3000));
            long before = traffic.committed();
            assertThat(before).as("changes before").isPositive();
            server.kill();
            assertThat(runs(pid)).as("the server's process runs").isFalse();
            assertThat(listens(server)).as("somebody listens").isFalse();
            Commands.pause(2000 + random.nextInt(4000));
            assertThat(world.service().isRunning()).as("the service").isTrue();
            server.start();
            long back = traffic.committed();
            world.service().waitUntil("the applications write on", () -> traffic.committed() > back + 200);
        } finally {
            server.start();
        }
        Comparison comparison = Comparison.withClusters(world);
        Report.add(fault, 1, "process " + pid + " gone, its port closed; the service stayed and went on", comparison);
    }

    /** A process that has ended and was not waited for yet still has its number, and does nothing any more. */
    private static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listens(EmbeddedServer server) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
