package org.unifiedhotline.masterrecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.keys.ExistingRows;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

@DisplayName("A hub's version")
class HubVersionIT {
    @Test
    @DisplayName(
            "is brought to the service's; a hub that a newer service has brought further is refused and stays as it is")
    void versions() {
        PostgresServer server = TestServers.hub();
        DriverManagerDataSource database = new DriverManagerDataSource(
                server.jdbcUrl(server.createDatabase("hub_version")),
                PostgresServer.SUPERUSER,
                PostgresServer.SUPERUSER);
        JdbcClient sql = JdbcClient.create(database);
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .javaMigrations(new ExistingRows(TestKeys.make()))
                .load();
        new HubVersion().migrate(flyway);
        long applied = count(sql);
        new HubVersion().migrate(flyway);
        assertThat(count(sql)).isEqualTo(applied);

        sql.sql(
                        "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '999', 'of tomorrow', type, 'V999__x.sql', 1,"
                                + " installed_by, now(), 1, true FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")
                .update();
        assertThatThrownBy(() -> new HubVersion().migrate(flyway))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("spring.datasource.url: the hub was brought to version 999 by a newer service");
        assertThat(count(sql)).isEqualTo(applied + 1);
    }

    private static long count(JdbcClient sql) {
        return sql.sql("SELECT count(*) FROM flyway_schema_history")
                .query(Long.class)
                .single();
    }
}
