package org.unifiedhotline.searchindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayName("The settings of the search index")
class SearchIndexPropertiesTest {

    @Test
    @DisplayName("have defaults that work")
    void defaults() {
        SearchIndexProperties defaults = bound(Map.of());

        assertThat(defaults.index()).isEqualTo("master-records");
        assertThat(defaults.refreshInterval()).hasSeconds(5);
        assertThat(defaults.toString()).doesNotContain("password");
    }

    @DisplayName("say what is wrong and where")
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "url, localhost:9200",
        "url, ftp://localhost",
        "url, http://search.example:9200",
        "url, http://127.search.example:9200",
        "index, Master",
        "shards, 0",
        "replicas, 9",
        "bulk-size, 0",
        "refresh-interval, 1ms",
        "request-timeout, 1h",
        "username, elastic"
    })
    void checked(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of(name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("unified-hotline.search." + name);
    }

    private static SearchIndexProperties bound(Map<String, String> given) {
        Map<String, Object> settings = new HashMap<>();
        given.forEach((name, value) -> settings.put("unified-hotline.search." + name, value));
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("unified-hotline.search", SearchIndexProperties.class);
    }
}
