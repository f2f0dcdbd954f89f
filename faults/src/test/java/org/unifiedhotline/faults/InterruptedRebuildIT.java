package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.faults.Commands.Said;

/** The command {@code rebuild-index}, killed half way while the service goes on. */
class InterruptedRebuildIT {
    private final World world = World.withService();

    @Test
    @DisplayName("a rebuild of the index killed half way leaves the old one whole, and the next one clears its remains")
    void interrupted() throws Exception {
        Random random = Seed.of("interrupted rebuild");
        int indices;
        try (Traffic traffic = world.traffic()) {
            Process rebuild = Commands.launchOperator(world.settings(), "rebuild-index");
            world.service().waitUntil("the new index is being built", () -> indices() == 2 || !rebuild.isAlive());
            Commands.pause(random.nextInt(100));
            assertThat(rebuild.isAlive()).as("the rebuild is under way").isTrue();
            Commands.run("kill", "-KILL", Long.toString(rebuild.pid()));
            assertThat(rebuild.waitFor()).isEqualTo(ServiceProcess.KILLED);
            indices = indices();
            assertThat(indices).as("indices, the half-built one among them").isEqualTo(2);
            Commands.pause(2000);
            assertThat(traffic.committed()).isPositive();
        }
        Comparison.of(world);
        Said again = Commands.operator(world.settings(), "rebuild-index");
        assertThat(again.code()).as(again.text()).isZero();
        assertThat(indices()).isEqualTo(1);
        Comparison comparison = Comparison.withClusters(world);
        Report.add(
                "rebuild-index killed half way",
                1,
                "exit 137 with " + indices + " indices standing; one after the next run",
                comparison);
    }

    private int indices() {
        try {
            String names = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            world.search().httpUrl() + "/_cat/indices/" + World.HUB + "-*?h=index"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return (int) names.lines().filter(name -> !name.isBlank()).count();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
