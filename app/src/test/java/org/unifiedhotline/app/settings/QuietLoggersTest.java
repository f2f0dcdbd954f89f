package org.unifiedhotline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@DisplayName("The loggers that the settings turn off, since they can quote a row")
class QuietLoggersTest {
    @SuppressWarnings("unchecked")
    private static List<String> off() throws IOException {
        Map<String, Object> settings = new Yaml().load(Files.readString(Path.of("..", "config", "application.yaml")));
        Map<String, Object> levels = (Map<String, Object>) ((Map<String, Object>) settings.get("logging")).get("level");
        return levels.entrySet().stream()
                .filter(level -> Boolean.FALSE.equals(level.getValue()) || "off".equals(level.getValue()))
                .map(level -> level.getKey().replaceAll("[\\[\\]]", ""))
                .toList();
    }

    @Test
    @DisplayName("are those of classes and packages that are there: a new version of a library may call them otherwise")
    void areThere() throws IOException {
        List<String> gone = off().stream().filter(name -> !isThere(name)).toList();
        assertThat(off()).contains("io.debezium.connector.binlog.BinlogStreamingChangeEventSource");
        assertThat(gone).isEmpty();
    }

    private static boolean isThere(String name) {
        ClassLoader loader = QuietLoggersTest.class.getClassLoader();
        URL found = loader.getResource(name.replace('.', '/') + ".class");
        return found != null || loader.getResource(name.replace('.', '/')) != null;
    }
}
