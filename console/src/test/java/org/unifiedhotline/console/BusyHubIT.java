package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While everything else holds every connection to the hub")
class BusyHubIT {
    private final Http office = Http.machine("office-script");
    private final Http hotline = Http.machine("legacy-hotline");
    private final List<Connection> taken = new ArrayList<>();

    @BeforeEach
    void takeAllConnections() throws SQLException {
        HikariDataSource usual = ConsoleService.context().getBean("dataSource", HikariDataSource.class);
        for (int i = 0; i < usual.getMaximumPoolSize(); i++) {
            taken.add(usual.getConnection());
        }
        assertThat(usual.getHikariPoolMXBean().getIdleConnections()).isZero();
    }

    @AfterEach
    void giveThemBack() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    @DisplayName("the office and a legacy system are told who a row is, and what changed")
    void lookups() {
        assertAnswered(office.get("/api/v1/crosswalk/hotline/victim/70"));
        assertAnswered(hotline.get("/api/v1/crosswalk/hotline/victim/70"));
        assertAnswered(hotline.get("/api/v1/crosswalk/changes?size=2"));
        assertThat(hotline.get("/api/v1/crosswalk/hotline/victim/9999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("identifiers are cross-referenced")
    void identifiers() {
        String row = Http.encoded("urn:unified-hotline:hotline:victim|70");
        assertAnswered(hotline.get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + row));
    }

    private static void assertAnswered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
