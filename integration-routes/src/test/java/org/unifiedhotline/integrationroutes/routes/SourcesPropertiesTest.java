package org.unifiedhotline.integrationroutes.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings.Engine;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("The settings of the legacy databases")
class SourcesPropertiesTest {

    private static Map<SourceSystem, CaptureSettings> settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("unified-hotline.sources", SourcesProperties.class)
                .settings();
    }

    @Test
    @DisplayName("need little more than hosts, databases and passwords")
    void defaults() {
        Map<SourceSystem, CaptureSettings> settings = settings(Map.of(
                "unified-hotline.sources.switchboard.host", "switchboard.example",
                "unified-hotline.sources.switchboard.database", "tongdai111",
                "unified-hotline.sources.hotline.host", "hotline.example",
                "unified-hotline.sources.hotline.database", "pcmbn",
                "unified-hotline.sources.hotline.password", "secret"));
        CaptureSettings switchboard = settings.get(SourceSystem.SWITCHBOARD);
        assertThat(switchboard.engine()).isEqualTo(Engine.MARIADB);
        assertThat(switchboard.port()).isEqualTo(3306);
        CaptureSettings hotline = settings.get(SourceSystem.HOTLINE);
        assertThat(hotline.engine()).isEqualTo(Engine.POSTGRESQL);
        assertThat(hotline.schema()).isEqualTo("hotline");
        assertThat(hotline.slot()).isEqualTo("unified_hotline");
        assertThat(hotline.toString()).doesNotContain("secret");
    }

    @Test
    @DisplayName("are complained of all at once, each by its name")
    void complaints() {
        assertThatThrownBy(() -> settings(Map.of(
                        "unified-hotline.sources.switchboard.engine", "oracle",
                        "unified-hotline.sources.switchboard.host", "h",
                        "unified-hotline.sources.hotline.host", "h")))
                .hasMessageContaining(
                        "unified-hotline.sources.switchboard.engine: no capture for engine 'oracle' in this version;"
                                + " what it takes stands in config/ENGINES.md; there are mariadb and postgresql")
                .hasMessageContaining("unified-hotline.sources.hotline.database is empty");
    }

    @Test
    @DisplayName("name columns that may be dropped: those that a mapping reads and can do without, and no others")
    void dispensableColumns() {
        Map<String, String> hotline = Map.of(
                "unified-hotline.sources.hotline.host", "h",
                "unified-hotline.sources.hotline.database", "pcmbn");
        Map<String, String> good = new HashMap<>(hotline);
        good.put("unified-hotline.sources.hotline.dispensable-columns", "caller.district_name,site_status.detail");
        assertThat(settings(good).get(SourceSystem.HOTLINE).dispensableColumns())
                .containsExactlyInAnyOrder("caller.district_name", "site_status.detail");
        for (String wrong : List.of("caller.quan_huyen", "nguoi_goi.ho_ten", "district_name", "call.channel")) {
            Map<String, String> bad = new HashMap<>(hotline);
            bad.put("unified-hotline.sources.hotline.dispensable-columns", wrong);
            assertThatThrownBy(() -> settings(bad))
                    .hasMessageContaining("unified-hotline.sources.hotline.dispensable-columns: '" + wrong + "'");
        }
    }

    @Test
    @DisplayName("may be missing for a system that is not captured")
    void missing() {
        assertThat(settings(Map.of())).isEmpty();
    }
}
