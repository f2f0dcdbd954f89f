package org.unifiedhotline.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.app.hub.SmallHub;
import org.unifiedhotline.app.hub.SmallHub.Said;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.audit.AuditConfiguration;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;

@DisplayName("verify-audit")
class VerifyAuditIT {
    private static final String HUB = "verify_audit";

    @TempDir
    Path folder;

    private final PostgresServer server = TestServers.hub();

    @Test
    @DisplayName(
            "holds for what the service wrote, names the first row that a superuser altered, and a tail that was cut off")
    void verifies() {
        server.createHub(HUB);
        try (ConfigurableApplicationContext service = service()) {
            AuditTrail trail = service.getBean(AuditTrail.class);
            for (int entry = 0; entry < 10; entry++) {
                trail.record(reading());
            }
        }
        Said sound = verify();
        assertThat(sound.code()).as(sound.out() + sound.err()).isZero();
        assertThat(sound.out()).startsWith("the audit trail holds: 12 entries");

        server.run(HUB, "UPDATE audit.entry SET account = 'somebody-else' WHERE sequence IN (5, 8)");
        Said altered = verify();
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.out().lines()).hasSize(3).first().asString().startsWith("entry 5: altered");

        server.run(HUB, "UPDATE audit.entry SET account = 'officer' WHERE sequence IN (5, 8)");
        assertThat(verify().code()).isZero();
        server.run(HUB, "DELETE FROM audit.entry WHERE sequence > 9");
        Said cut = verify();
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.out()).startsWith("entries 10 to 12: cut off");
    }

    @Test
    @DisplayName("could not run without the keys, without a folder, or where there is no trail, and says why")
    void couldNotRun() {
        server.createHub(HUB);
        Keystore.open(folder.resolve("keys"), Map.of(), true);
        Said noKeys = verify();
        assertThat(noKeys.code()).isEqualTo(2);
        assertThat(noKeys.err()).contains("chain.key");
        Said noFolder = SmallHub.run(new VerifyAuditCommand(), settings());
        assertThat(noFolder.code()).isEqualTo(2);
        assertThat(noFolder.err()).contains("unified-hotline.audit.folder");
        assertThat(SmallHub.run(new VerifyAuditCommand(), List.of("--help")).out())
                .contains("Exit code: 0");
    }

    private Said verify() {
        List<String> all = new ArrayList<>(settings());
        all.add("--unified-hotline.audit.folder=" + folder);
        all.add("--unified-hotline.keys.folder=" + folder.resolve("keys"));
        return SmallHub.run(new VerifyAuditCommand(), all);
    }

    private List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + server.jdbcUrl(HUB),
                "--spring.datasource.username=" + HubDatabases.SERVICE,
                "--spring.datasource.password=" + HubDatabases.SERVICE);
    }

    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .properties(Map.of(
                        "spring.config.name",
                        "no-file-of-the-machine",
                        "spring.main.banner-mode",
                        "off",
                        "spring.datasource.url",
                        server.jdbcUrl(HUB),
                        "spring.datasource.username",
                        HubDatabases.SERVICE,
                        "spring.datasource.password",
                        HubDatabases.SERVICE,
                        "unified-hotline.audit.folder",
                        folder.toString(),
                        "unified-hotline.keys.folder",
                        folder.resolve("keys").toString()))
                .run();
    }

    private static AuditEvent reading() {
        return new AuditEvent(
                Instant.now(),
                "officer",
                List.of("officer"),
                "10.1.2.3",
                AuditKind.SEARCH,
                "GET /api/v1/search",
                200,
                false,
                List.of(),
                Map.of("asked", "/api/v1/search?q=hoa"));
    }

    @Configuration(proxyBeanMethods = false)
    @Import({
        AuditConfiguration.class,
        org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration.class,
        org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration.class
    })
    static class Wiring {
        @Bean
        Keystore keystore(@Value("${unified-hotline.keys.folder}") Path folder) {
            return Keystore.open(folder, Map.of(), true);
        }

        @Bean
        HubDatabase hubDatabase(javax.sql.DataSource dataSource, Keystore keystore) {
            return new HubDatabase(dataSource, keystore);
        }
    }
}
