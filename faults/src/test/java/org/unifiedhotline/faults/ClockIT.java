package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The wall clock of the service's machine steps forward and back while both legacy systems write; libfaketime does it. */
@Tag("untried")
class ClockIT {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private final World world = World.withService();

    @Test
    @DisplayName("a clock that steps hours forward and back changes nothing of what is captured, decided and published")
    void steps() throws IOException {
        Path library = LIBRARIES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("libfaketime is missing (Debian: apt-get install libfaketime)"));
        Path clock = world.folder().resolve("clock");
        set(clock, Duration.ZERO);
        ServiceProcess service = world.service();
        service.close();
        service.with(Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
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

    private static void set(Path clock, Duration off) {
        try {
            Path next = clock.resolveSibling("clock-next");
            Files.writeString(next, (off.isNegative() ? "" : "+") + off.toSeconds() + "\n");
            Files.move(next, clock, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
