package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The wall clock of the service's machine steps forward and back while both legacy systems write. */
class ClockIT {
    private static final Path SOURCE = Path.of("src/test/c/stepping_clock.c");

    private final World world = World.withService();

    @Test
    @DisplayName("a clock that steps hours forward and back changes nothing of what is captured, decided and published")
    void steps() throws IOException {
        Path library = compiled(world.folder().resolve("stepping_clock.so"));
        Path clock = world.folder().resolve("clock");
        set(clock, Duration.ZERO);
        ServiceProcess service = world.service();
        service.close();
        service.with(Map.of("LD_PRELOAD", library.toString(), "STEPPING_CLOCK", clock.toString()));
        List<String> seen = new ArrayList<>();
        try {
            service.start();
            Random random = Seed.of("clock");
            try (Traffic traffic = world.traffic()) {
                for (long step :
                        List.of(3600L + random.nextInt(7200), -3600L - random.nextInt(7200), 86_400L, -90L, 0L)) {
                    set(clock, Duration.ofSeconds(step));
                    Commands.pause(2500);
                    long off = offset(service);
                    assertThat(off)
                            .as("seconds that the service's clock is off")
                            .isBetween(step - 5, step + 5);
                    seen.add(off + " s");
                    long now = traffic.committed();
                    service.waitUntil("the applications write on", () -> traffic.committed() > now + 200);
                    Marker.write(world).await(service);
                    awaitPublished(service, newCaller(seen.size()));
                }
            }
            Comparison comparison = Comparison.withClusters(world);
            Report.add(
                    "steps of the service's clock",
                    seen.size(),
                    "its answers were dated off by " + seen
                            + "; at each, changes written since were captured and a new caller stood in the index",
                    comparison);
        } finally {
            service.close();
            service.with(Map.of());
        }
        service.start();
    }

    /** Somebody new calls; returns the key. */
    private String newCaller(int step) {
        Newcomer newcomer = Newcomer.some(5, step).getLast();
        try (Connection switchboard = world.legacySwitchboard();
                PreparedStatement insert = switchboard.prepareStatement(
                        "INSERT INTO nguoi_goi (ho_ten, dien_thoai, ngay_tao) VALUES (?, ?, now()) RETURNING id")) {
            insert.setString(1, newcomer.name());
            insert.setString(2, newcomer.telephone());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when the new caller is captured, is somebody, and stands in the index. */
    private void awaitPublished(ServiceProcess service, String caller) {
        String link =
                "SELECT master_id::text FROM link WHERE source_system = 'switchboard' AND source_table = 'nguoi_goi'"
                        + " AND local_id = '" + caller + "'";
        service.waitUntil(
                "the new caller is somebody",
                () -> !world.inHub(World.HUB, link).isEmpty());
        service.waitUntil(
                "the new caller is in the index",
                () -> world.inHub(World.HUB, link).stream().anyMatch(this::isInIndex));
    }

    /** Whether the index itself has the document of a master record. */
    private boolean isInIndex(String master) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI document = URI.create(world.search().httpUrl() + "/" + World.HUB + "/_doc/" + master);
            return http.send(HttpRequest.newBuilder(document).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library that steps the clock of whoever has it loaded before all others. */
    private static Path compiled(Path library) throws IOException {
        Commands.run("cc", "-std=c11", "-O2", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString());
        return library;
    }

    /** In place: the process has the file in its memory. */
    private static void set(Path clock, Duration off) throws IOException {
        ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(off.toSeconds())
                .flip();
        try (FileChannel file = FileChannel.open(clock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(seconds, 0);
        }
    }

    /** By how much an answer of the service is dated otherwise than it came. */
    private static long offset(ServiceProcess service) throws IOException {
        String date =
                service.send("/actuator/health").headers().firstValue("Date").orElseThrow();
        Instant dated =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Duration.between(Instant.now(), dated).toSeconds();
    }
}
