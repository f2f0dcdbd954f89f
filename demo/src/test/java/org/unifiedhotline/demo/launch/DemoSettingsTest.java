package org.unifiedhotline.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo's settings")
class DemoSettingsTest {
    @TempDir
    Path here;

    @Test
    @DisplayName("have defaults that work; empty means not set")
    void defaults() {
        DemoSettings settings = DemoSettings.from(Map.of("DEMO_DIR", " ", "DEMO_PORT_HUB", ""), here);

        assertThat(settings.folder()).isEmpty();
        assertThat(settings.switchboardSql()).isEmpty();
        assertThat(settings.hotlineSql()).isEmpty();
        assertThat(settings.changesPerSecond()).isEqualTo(1);
        assertThat(settings.port(DemoPort.CONSOLE)).isEqualTo(8080);
        assertThat(settings.port(DemoPort.SWITCHBOARD)).isEqualTo(13306);
        assertThat(settings.port(DemoPort.HOTLINE)).isEqualTo(15432);
        assertThat(settings.port(DemoPort.HUB)).isEqualTo(15433);
        assertThat(settings.port(DemoPort.SEARCH)).isEqualTo(19200);
    }

    @Test
    @DisplayName("take paths relative to where Maven was started")
    void relativePaths() throws IOException {
        Path file = Files.writeString(here.resolve("switchboard.sql"), "SELECT 1;");

        DemoSettings settings =
                DemoSettings.from(Map.of("DEMO_DIR", "data", "DEMO_SWITCHBOARD_SQL", "switchboard.sql"), here);

        assertThat(settings.folder()).contains(here.resolve("data"));
        assertThat(settings.switchboardSql()).contains(file);
    }

    @Test
    @DisplayName("write no live traffic over given data unless asked to")
    void noTrafficOverGivenData() throws IOException {
        Files.writeString(here.resolve("hotline.sql"), "SELECT 1;");

        assertThat(DemoSettings.from(Map.of("DEMO_HOTLINE_SQL", "hotline.sql"), here)
                        .changesPerSecond())
                .isZero();
        assertThat(DemoSettings.from(Map.of("DEMO_HOTLINE_SQL", "hotline.sql", "DEMO_CHANGES_PER_SECOND", "2.5"), here)
                        .changesPerSecond())
                .isEqualTo(2.5);
    }

    @Test
    @DisplayName("name all that is wrong at once, one line each")
    void allProblemsAtOnce() {
        DemoProblem problem = catchThrowableOfType(
                DemoProblem.class,
                () -> DemoSettings.from(
                        Map.of(
                                "DEMO_PORT_CONSOLE", "eighty",
                                "DEMO_PORT_SEARCH", "70000",
                                "DEMO_PORT_HUB", "15432",
                                "DEMO_CHANGES_PER_SECOND", "NaN",
                                "DEMO_HOTLINE_SQL", "missing.sql"),
                        here));

        assertThat(problem.lines())
                .containsExactly(
                        "DEMO_HOTLINE_SQL: " + here.resolve("missing.sql")
                                + " is not a readable file; give the path of an SQL file, or leave it empty for sample data",
                        "DEMO_CHANGES_PER_SECOND: \"NaN\" is not a number from 0 to 10000",
                        "DEMO_PORT_CONSOLE: \"eighty\" is not a port, a number from 1 to 65535",
                        "DEMO_PORT_HUB: port 15432 is also given to DEMO_PORT_HOTLINE; choose different ones",
                        "DEMO_PORT_SEARCH: \"70000\" is not a port, a number from 1 to 65535");
    }

    @Test
    @DisplayName("the pipeline's own word for the first load counts, not its sources' words")
    void firstLoad() {
        String sourcesOnly = "{\"caughtUp\":false,\"firstLoadComplete\":false,"
                + "\"backlogs\":{\"resolution\":3,\"redo\":0,\"indexing\":2},"
                + "\"sources\":[{\"firstLoadComplete\":true}],\"tables\":[{\"liveRows\":7},{\"liveRows\":5}]}";

        assertThat(ServiceApi.read(sourcesOnly))
                .isEqualTo(new ServiceApi.Load(
                        false, "12 rows captured; 3 records to resolve, 0 to weigh again, 2 people to index"));
        assertThat(ServiceApi.read(sourcesOnly.replace(
                                "\"sources\"",
                                "\"resolving\":{\"stage\":\"COMPARE\",\"step\":3,\"steps\":5},\"sources\""))
                        .figures())
                .endsWith("; who is who, for everybody: step 3 of 5, compare");
        assertThat(List.of(
                        ServiceApi.read(sourcesOnly.replace("Complete\":false", "Complete\":true"))
                                .complete(),
                        ServiceApi.read(sourcesOnly
                                        .replace("Complete\":false", "Complete\":true")
                                        .replace(":3", ":0")
                                        .replace(":2", ":0"))
                                .complete()))
                .containsExactly(false, true);
    }
}
