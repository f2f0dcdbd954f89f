package org.unifiedhotline.masterrecords.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

@DisplayName("Reading settings")
class SettingsReadingTest {
    private final StandardEnvironment environment = new StandardEnvironment();
    private final SettingsReading settings = new SettingsReading(environment, new DefaultResourceLoader());

    @Test
    @DisplayName("gives them as they are, where nothing is wrong")
    void fine() {
        set(Map.of("unified-hotline.kiosk.rows", "3", "unified-hotline.kiosk.door.key", "k"));
        assertThat(settings.read(Kiosk.class)).isEqualTo(new Kiosk(3, 1, List.of(), new Door("k")));
        settings.complainOfUnknown();
        assertThat(settings.complaints()).isEmpty();
    }

    @Test
    @DisplayName("tells every value of a wrong kind, and what is wrong with the others besides")
    void everything() {
        set(Map.of(
                "unified-hotline.kiosk.rows", "many",
                "unified-hotline.kiosk.columns", "some",
                "unified-hotline.kiosk.names", ""));
        assertThat(settings.read(Kiosk.class)).isNull();
        assertThat(settings.complaints())
                .containsExactlyInAnyOrder(
                        "unified-hotline.kiosk.rows is no int", "unified-hotline.kiosk.columns is no int");
        set(Map.of("unified-hotline.kiosk.rows", "-1", "unified-hotline.kiosk.columns", "0"));
        assertThat(settings.read(Kiosk.class)).isNull();
        assertThat(settings.complaints())
                .contains("unified-hotline.kiosk.rows is 0 or more", "unified-hotline.kiosk.columns is 1 or more");
    }

    @Test
    @DisplayName("names settings that are none; below lists and maps anything may stand")
    void unknown() {
        set(Map.of(
                "unified-hotline.kiosk.rws", "3",
                "unified-hotline.kiosk.names[0]", "a",
                "unified-hotline.kiosk.door.lock", "x"));
        settings.read(Kiosk.class);
        settings.complainOfUnknown();
        assertThat(settings.complaints())
                .containsExactly(
                        "unified-hotline.kiosk.door.lock is no setting of this service",
                        "unified-hotline.kiosk.rws is no setting of this service");
    }

    @Test
    @DisplayName("tells files that cannot be read, and what is wrong with those that can")
    void files(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("a.yaml"), "x");
        settings.readText("a.file", "file:" + folder.resolve("none.yaml"), read -> {});
        settings.readText("a.file", "file:" + text, read -> {
            throw new UnusableSettingsException(List.of("one", "two"));
        });
        settings.readCertificates("a.certificate", text);
        settings.readCertificates("a.certificate", null);
        assertThat(settings.complaints())
                .containsExactly(
                        "a.file: file:" + folder.resolve("none.yaml") + " cannot be read",
                        "a.file (file:" + text + "): one",
                        "a.file (file:" + text + "): two",
                        "a.certificate: " + text + " holds no certificate (PEM)");
    }

    private void set(Map<String, Object> values) {
        environment.getPropertySources().addFirst(new MapPropertySource("set " + values.hashCode(), values));
    }

    @ConfigurationProperties("unified-hotline.kiosk")
    record Kiosk(
            @DefaultValue("1") int rows,
            @DefaultValue("1") int columns,
            @DefaultValue List<String> names,
            @Nullable Door door) {
        Kiosk {
            new Complaints("unified-hotline.kiosk.")
                    .require(rows >= 0, "rows is 0 or more")
                    .require(columns >= 1, "columns is 1 or more")
                    .throwIfAny();
        }
    }

    record Door(@Nullable String key) {}
}
