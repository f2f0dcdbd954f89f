package org.unifiedhotline.app.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The dashboard, the alerts and the document of operation, as they are shipped. */
public final class OperationFiles {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Pattern METRIC =
            Pattern.compile("\\b(unified_hotline|http_server|jvm|process|hikaricp)_[a-z_]+\\b");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `((?:unified_hotline|http_server)_[a-z_]+)");

    private OperationFiles() {}

    static List<JsonNode> panels() throws IOException {
        return stream(new ObjectMapper()
                        .readTree(CONFIG.resolve("monitoring/dashboard.json").toFile())
                        .path("panels"))
                .toList();
    }

    static List<JsonNode> alerts() throws IOException {
        return stream(new YAMLMapper()
                        .readTree(CONFIG.resolve("monitoring/alerts.yaml").toFile())
                        .path("groups"))
                .flatMap(group -> stream(group.path("rules")))
                .toList();
    }

    static String document() throws IOException {
        return Files.readString(CONFIG.resolve("OPERATIONS.md"));
    }

    /** The metrics that the dashboard's questions name. */
    public static Set<String> metricsOfDashboard() throws IOException {
        return metrics(panels().stream()
                .flatMap(panel -> stream(panel.path("targets")))
                .map(target -> target.path("expr").asText())
                .toList());
    }

    /** The metrics that the alerts' conditions name. */
    public static Set<String> metricsOfAlerts() throws IOException {
        return metrics(
                alerts().stream().map(alert -> alert.path("expr").asText()).toList());
    }

    /** The metrics that the document's table explains. */
    public static Set<String> metricsOfDocument() throws IOException {
        return document()
                .lines()
                .flatMap(line -> DOCUMENTED.matcher(line).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> metrics(List<String> questions) {
        return questions.stream()
                .flatMap(question -> METRIC.matcher(question).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
