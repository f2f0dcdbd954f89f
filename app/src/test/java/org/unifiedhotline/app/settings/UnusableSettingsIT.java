package org.unifiedhotline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the shipped jar as an operator would who got much wrong. */
@DisplayName("A service whose settings cannot be used")
class UnusableSettingsIT {
    private static final String SECRET = "correct-horse-battery";

    @Test
    @DisplayName(
            "ends with code 78 and one list of all that is wrong: where it stands, what was expected, no stack trace, no secret")
    void allAtOnce(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("application.yaml"), """
                spring.datasource: { url: "jdbc:mysql://hub.example/hub", username: hub }
                unified-hotline:
                  search: { url: "http://search.example:9200", shards: many, username: someone, bulk-size: 0 }
                  hub:
                    survivorship: file:%1$s/survivorship.yaml
                    stewards: file:%1$s/none.yaml
                    resolution-batch: 0
                    unknown-codes: perhaps
                  audit: { folder: %1$s/audit }
                  sources:
                    switchboard: { host: switchboard.example, database: tongdai111, tls: perhaps, password: %2$s }
                    hotline: { engine: oracle, host: hotline.example, database: pcmbn, password: pcmbn-%2$s, certificate-authority: %1$s/ca.pem }
                  reconciliation: { schedule: nightly, page: 0 }
                  events.destinations.records: { folder: relative, sources: [somewhere] }
                  console:
                    roles-file: file:%1$s/roles.yaml
                    open-id: { issuer: "http://login.example", client-id: console, clock-skew: 1h }
                    session: { idle: 12h }
                  serach: { url: "https://search.example" }
                """.formatted(folder, SECRET));
        Files.writeString(
                folder.resolve("survivorship.yaml"), "trust: [nowhere/else]\nrules: { names: [most-trusted] }\n");
        Files.writeString(folder.resolve("roles.yaml"), "roles: {}\n");
        Files.createDirectories(folder.resolve("audit"));
        Files.writeString(folder.resolve("audit/chain.key"), "short");

        Ended ended = start(
                folder,
                Map.of(
                        "SPRING_DATASOURCE_PASSWORD",
                        "postgres",
                        "UNIFIEDHOTLINE_SEARCH_PASSWORD_FILE",
                        folder.resolve("none").toString()));

        assertThat(ended.code()).as(ended.output()).isEqualTo(78);
        assertThat(ended.output())
                .contains(
                        "UNIFIEDHOTLINE_SEARCH_PASSWORD_FILE: " + folder.resolve("none") + " cannot be read",
                        "server.ssl.certificate is not set",
                        "spring.datasource.url is the hub's address: expected jdbc:postgresql:",
                        "SPRING_DATASOURCE_PASSWORD is a password that everybody knows",
                        "unified-hotline.keys.folder is not set",
                        "unified-hotline.audit.folder: " + folder.resolve("audit/chain.key"),
                        "unified-hotline.audit.folder: the key " + folder.resolve("audit/sealing.key"),
                        "unified-hotline.search.shards is no int",
                        "unified-hotline.search.url must be https",
                        "unified-hotline.search.username and password belong together",
                        "unified-hotline.search.bulk-size must be 1 to 20000",
                        "unified-hotline.hub.unknown-codes is no UnknownCodes: expected one of",
                        "unified-hotline.hub.resolution-batch is 1 to 10000",
                        "unified-hotline.sources.switchboard.tls is verify or off",
                        "unified-hotline.sources.hotline.engine: no capture for engine 'oracle'",
                        "unified-hotline.sources.hotline.certificate-authority: " + folder.resolve("ca.pem")
                                + " cannot be read",
                        "unified-hotline.reconciliation.schedule is '-' or six fields",
                        "unified-hotline.reconciliation.page is 1 to 10000",
                        "unified-hotline.events.destinations.records.folder is an absolute path",
                        "unified-hotline.events.destinations.records.sources",
                        "unified-hotline.events.destinations.records.secret is missing",
                        "unified-hotline.console.roles-file: it has two parts",
                        "unified-hotline.console.open-id.issuer is the provider's https address",
                        "unified-hotline.console.open-id.client-id and client-secret are set both or neither",
                        "unified-hotline.console.open-id.clock-skew is 0 to 5 minutes",
                        "unified-hotline.console.session.idle is 5 seconds or more",
                        "unified-hotline.serach.url is no setting of this service",
                        "application.yaml] - ")
                .doesNotContain("\tat ", "Caused by", SECRET, "short");
        assertThat(ended.output()).containsOnlyOnce("settings are not usable");
    }

    @Test
    @DisplayName("names every fault of the files that its settings name")
    void files(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("application.yaml"), """
                unified-hotline.hub:
                  survivorship: file:%1$s/survivorship.yaml
                  stewards: file:%1$s/stewards.yaml
                  retention: file:%1$s/retention.yaml
                  match-model: file:%1$s/model.yaml
                unified-hotline.audit.alerts: file:%1$s/alerts.yaml
                """.formatted(folder));
        Files.writeString(folder.resolve("survivorship.yaml"), "trust: [nowhere/else]\nrules: { nonsense: [x] }\n");
        Files.writeString(folder.resolve("stewards.yaml"), "others: { centres: [HUE] }\nbosses: {}\n");
        Files.writeString(folder.resolve("retention.yaml"), "daily: noon\n");
        Files.writeString(folder.resolve("model.yaml"), "attributes: 1\n");
        Files.writeString(folder.resolve("alerts.yaml"), "many-people: [\n");

        Ended ended = start(folder, Map.of());

        assertThat(ended.code()).as(ended.output()).isEqualTo(78);
        assertThat(ended.output())
                .contains(
                        "unified-hotline.hub.survivorship (file:" + folder
                                + "/survivorship.yaml): survivorship: trust: 'nowhere/else'",
                        "there is no attribute 'nonsense'",
                        "stewards: bosses is not known",
                        "stewards: others.centres: 'HUE' is none of",
                        "retention.yaml: daily is 'noon'",
                        "unified-hotline.hub.match-model (file:" + folder + "/model.yaml)",
                        "unified-hotline.audit.alerts (file:" + folder + "/alerts.yaml)")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("says where a configuration file is no YAML")
    void noYaml(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "unified-hotline:\n  search: { url: [\n");
        Ended ended = start(folder, Map.of());
        assertThat(ended.code()).as(ended.output()).isEqualTo(78);
        assertThat(ended.output()).contains("is no YAML", "line 3").doesNotContain("\tat ");
    }

    private record Ended(int code, String output) {}

    private static Ended start(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar"));
        command.add(Path.of("target", "app.jar").toAbsolutePath().toString());
        command.add("--spring.config.additional-location=file:" + folder.resolve("application.yaml"));
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
