package org.unifiedhotline.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That the running service exposes what they name is MonitoringIT's matter. */
@DisplayName("What an operator watches by")
class OperationFilesTest {
    @Test
    @DisplayName("every panel of the dashboard says what it shows, asks something, and hides behind no other")
    void dashboard() throws IOException {
        Set<String> places = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : OperationFiles.panels()) {
            String title = panel.path("title").asText();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            JsonNode place = panel.path("gridPos");
            assertThat(places.add(place.path("x") + "/" + place.path("y")))
                    .as(title)
                    .isTrue();
            assertThat(place.path("x").asInt() + place.path("w").asInt())
                    .as(title)
                    .isLessThanOrEqualTo(24);
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).as(title).isNotBlank();
                assertThat(panel.path("targets").size()).as(title).isPositive();
                panel.path("targets")
                        .forEach(target -> assertThat(target.path("expr").asText())
                                .as(title)
                                .contains("$job"));
            }
        }
    }

    @Test
    @DisplayName("every alert says what is the matter, what to do and how soon, and is explained in the document")
    void alerts() throws IOException {
        Set<String> names = new HashSet<>();
        String document = OperationFiles.document();
        for (JsonNode alert : OperationFiles.alerts()) {
            String name = alert.path("alert").asText();
            assertThat(names.add(name)).as(name).isTrue();
            assertThat(alert.path("expr").asText()).as(name).isNotBlank();
            assertThat(alert.path("labels").path("severity").asText()).as(name).isIn("page", "ticket");
            assertThat(alert.path("annotations").path("summary").asText())
                    .as(name)
                    .endsWith(".");
            assertThat(alert.path("annotations").path("action").asText().split(" "))
                    .as(name + " says what to do")
                    .hasSizeGreaterThan(6);
            assertThat(document).as(name).contains("`" + name + "`");
        }
        assertThat(names).hasSizeGreaterThan(15);
    }

    @Test
    @DisplayName("every metric of dashboard and alerts is explained in the document, but for those of Java itself")
    void metrics() throws IOException {
        Set<String> named = new HashSet<>(OperationFiles.metricsOfDashboard());
        named.addAll(OperationFiles.metricsOfAlerts());
        named.removeIf(name -> name.startsWith("jvm_") || name.startsWith("process_"));
        assertThat(OperationFiles.metricsOfDocument()).containsAll(named);
    }
}
