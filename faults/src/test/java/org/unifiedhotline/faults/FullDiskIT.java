package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.ServerOptions;

/** An index whose disk is full to the last byte while both legacy systems write, and is freed again. Needs root, for the disk. */
class FullDiskIT {
    private static final String NAME = "fulldisk";
    private static final String FULL = "No space left on device";

    private final World world = World.withService();

    @Test
    @DisplayName("a full disk of the index holds back what is to be published and nothing else; freed, all of it comes")
    void fullDisk() throws Exception {
        world.service().close(); // its slot keeps the log; it catches up afterwards
        Path folder = world.folder().resolve("small");
        Path disk = Files.createDirectories(folder.resolve("data")); // its logs lie beside it, and are whole
        Commands.run("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", disk.toString());
        try (ElasticsearchServer search = ElasticsearchServer.start(ServerOptions.in(folder))) {
            comparedOn(search, disk);
        } finally {
            Commands.run("umount", disk.toString());
        }
        world.service().start();
        world.service().waitUntilCaughtUp();
    }

    private void comparedOn(ElasticsearchServer search, Path disk) throws Exception {
        Map<String, String> settings =
                world.settings(NAME, Map.of("unified-hotline.search.url", "" + search.httpUrl()));
        ServiceProcess service = world.service(NAME, settings).start();
        try {
            service.waitUntilCaughtUp();
            Path filler = disk.resolve("filler");
            long saidBefore = said(search);
            String refused = fill(filler);
            assertThat(refused).isEqualTo(FULL);
            long backlog;
            long said;
            try (Traffic traffic = world.traffic()) {
                service.waitUntil("much waits to be published", () -> {
                    fill(filler); // what the index gives up meanwhile
                    return backlog(service) > 200 && said(search) > saidBefore;
                });
                long before = captured(service);
                service.waitUntil("capture goes on meanwhile", () -> captured(service) > before + 100);
                backlog = backlog(service);
                said = said(search) - saidBefore;
                Files.delete(filler);
                long freed = traffic.committed();
                service.waitUntil("the applications write on", () -> traffic.committed() > freed + 200);
            }
            Comparison comparison = Comparison.of(world, service, settings);
            Comparison.requireClusters(settings);
            Report.add(
                    "disk of the index full",
                    1,
                    "whoever wrote there was told \"" + refused + "\", and Elasticsearch's log says so " + said
                            + " times; " + backlog
                            + " master records waited to be published, capture went on",
                    comparison);
        } finally {
            service.close();
        }
        world.forget(NAME);
    }

    /** Writes until the disk takes no more, and says with what words it refused. */
    private static String fill(Path filler) {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return String.valueOf(full.getMessage());
        }
    }

    /** How often Elasticsearch itself said that its disk is full. */
    private static long said(ElasticsearchServer search) {
        try (Stream<String> lines = Files.lines(search.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(FULL)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long backlog(ServiceProcess service) {
        return service.pipeline().path("backlogs").path("indexing").asLong(-1);
    }

    private static long captured(ServiceProcess service) {
        long changes = 0;
        for (JsonNode table : service.pipeline().path("tables")) {
            changes += table.path("capturedRows").asLong();
        }
        return changes;
    }
}
