package org.unifiedhotline.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.unifiedhotline.integrationroutes.routes.SourcesProperties;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.yaml.snakeyaml.Yaml;

@DisplayName("What the service is put up with")
class DeploymentFilesTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Path COMPOSE = CONFIG.resolve("compose");
    private static final Pattern IMAGE = Pattern.compile("\\$\\{[A-Z_]+:-([a-z-]+:[0-9A-Z.a-z-]+)}");
    private static final Set<String> SECRETS = Set.of(
            "SPRING_DATASOURCE_PASSWORD",
            "UNIFIEDHOTLINE_SEARCH_PASSWORD",
            "UNIFIEDHOTLINE_SOURCES_SWITCHBOARD_PASSWORD",
            "UNIFIEDHOTLINE_SOURCES_HOTLINE_PASSWORD",
            "UNIFIEDHOTLINE_CONSOLE_OPENID_CLIENTSECRET");

    private final KnownSettings known = new KnownSettings();

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.get(name);
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml().load(Files.readString(COMPOSE.resolve("compose.yaml")));
    }

    private static List<?> list(Map<String, Object> of, String name) {
        return (List<?>) of.getOrDefault(name, List.of());
    }

    @Test
    @DisplayName("is made of official images, each of which another can be given for")
    void images() throws IOException {
        Map<String, String> images = new HashMap<>();
        part(compose(), "services").forEach((name, service) -> {
            Matcher image = IMAGE.matcher((String) ((Map<?, ?>) service).get("image"));
            assertThat(image.matches()).as(name).isTrue();
            images.put(name, image.group(1));
        });
        assertThat(images)
                .containsEntry("hub", "postgres:18")
                .containsEntry("search", "elasticsearch:9.5.3")
                .containsEntry("switchboard", "mariadb:11.4")
                .containsEntry("hotline", "postgres:17")
                .containsOnlyKeys("service", "hub", "search", "switchboard", "hotline");
        assertThat(images.get("service")).startsWith("unified-hotline-records:");
    }

    @Test
    @DisplayName("gives each container the secrets it uses, as files, and mounts only what is there or is made")
    void secretsAndMounts() throws IOException {
        Map<String, Object> compose = compose();
        Set<String> used = new HashSet<>();
        part(compose, "services").forEach((name, any) -> {
            Map<String, Object> service = part(Map.of("it", any), "it");
            list(service, "secrets").forEach(secret -> used.add((String) secret));
            part(service, "environment").forEach((variable, value) -> {
                if (variable.endsWith("_FILE")) {
                    assertThat(list(service, "secrets").stream()
                                    .map(secret -> "/run/secrets/" + secret)
                                    .toList())
                            .as(name + " " + variable)
                            .contains((String) value);
                }
                assertThat(variable).doesNotEndWith("PASSWORD");
            });
            list(service, "volumes").forEach(volume -> assertMounted(compose, (String) volume));
        });
        assertThat(used).isEqualTo(part(compose, "secrets").keySet());
    }

    private static void assertMounted(Map<String, Object> compose, String volume) {
        String from = volume.split(":", 2)[0];
        if (from.startsWith("./made/")) {
            return;
        }
        if (from.startsWith(".")) {
            assertThat(COMPOSE.resolve(from)).as(volume).exists();
        } else {
            assertThat(part(compose, "volumes")).as(volume).containsKey(from);
        }
    }

    @Test
    @DisplayName("runs the service without rights, told whether it lives and by when it must have ended")
    void service() throws IOException {
        Map<String, Object> service = part(part(compose(), "services"), "service");
        assertThat(service).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        assertThat(list(service, "security_opt").stream().map(String::valueOf)).contains("no-new-privileges:true");
        assertThat(part(service, "healthcheck").get("test").toString()).contains("/actuator/health/liveness");
        assertThat(list(service, "ports").toString()).contains("127.0.0.1}:8443:8443");
        assertThat(secretFiles(part(service, "environment").keySet())).isEqualTo(SECRETS);
        assertKnown(part(service, "environment").keySet());
    }

    @Test
    @DisplayName("gives it the same two minutes to end everywhere, and brings it back after a restart of the machine")
    void endAndReturn() throws IOException {
        Map<String, Object> service = part(part(compose(), "services"), "service");
        assertThat(service).containsEntry("stop_grace_period", "2m").containsEntry("restart", "unless-stopped");
        assertThat(Files.readString(CONFIG.resolve("systemd/unified-hotline.service")))
                .contains("\nTimeoutStopSec=120\n");
        assertThat(Files.readString(CONFIG.resolve("DEPLOYMENT.md"))).contains("120 seconds");
        assertThat(Files.readString(CONFIG.resolve("OPERATIONS.md")))
                .contains("`TimeoutStopSec=120`", "`stop_grace_period: 2m`");
    }

    @Test
    @DisplayName(
            "archives a piece of the hub's log once, takes it for archived if it is there and the same, else fails")
    void archives(@TempDir Path folder) throws Exception {
        String command = list(part(part(compose(), "services"), "hub"), "command").stream()
                .map(String::valueOf)
                .filter(word -> word.startsWith("archive_command="))
                .map(word -> word.substring("archive_command=".length())
                        .replace("/archive", folder.toString())
                        .replace("%p", folder.resolve("pg_wal").toString())
                        .replace("%f", "000000010000000000000001"))
                .findFirst()
                .orElseThrow();
        Path piece = Files.writeString(folder.resolve("pg_wal"), "of the log");
        Path archived = folder.resolve("000000010000000000000001");
        Files.writeString(folder.resolve("000000010000000000000001.part"), "broken off");

        assertThat(run(command)).isZero();
        assertThat(archived).hasContent("of the log");
        assertThat(run(command)).as("again, after a crash").isZero();
        Files.writeString(piece, "of another hub");
        assertThat(run(command)).isNotZero();
        assertThat(archived).hasContent("of the log");
    }

    private static int run(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
    }

    @Test
    @DisplayName("has the search server work on as many searches at once as it has cores")
    void searchCores() throws IOException {
        assertThat(part(part(part(compose(), "services"), "search"), "environment"))
                .containsEntry("thread_pool.search.size", "${SEARCH_CORES:-2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application.yaml", "application-trying.yaml"})
    @DisplayName("names settings that there are")
    void settings(String file) throws IOException {
        Set<String> names = new HashSet<>();
        for (PropertySource<?> source : yaml(file)) {
            names.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
        }
        assertThat(names).isNotEmpty();
        assertKnown(names);
    }

    @Test
    @DisplayName("leads to both sources by TLS, but for the stand-ins")
    void sources() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        yaml("application.yaml").forEach(environment.getPropertySources()::addFirst);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "secrets",
                        Map.of(
                                "unified-hotline.sources.switchboard.password", "x",
                                "unified-hotline.sources.hotline.password", "x")));
        assertThat(Binder.get(environment)
                        .bind("unified-hotline.sources", SourcesProperties.class)
                        .get()
                        .settings())
                .containsOnlyKeys(SourceSystem.values());
        assertThat(environment.getProperty("unified-hotline.sources.hotline.tls"))
                .isNull();
        assertThat(environment.getProperty("spring.datasource.url")).contains("sslmode=verify-full");
        assertThat(environment.getProperty("unified-hotline.search.url")).startsWith("https:");
        yaml("application-trying.yaml").forEach(environment.getPropertySources()::addFirst);
        assertThat(environment.getProperty("unified-hotline.sources.hotline.tls"))
                .isEqualTo("off");
    }

    @Test
    @DisplayName("is a unit of systemd that starts it again after a failure, but not with settings that are wrong")
    void systemd() throws IOException {
        List<String> lines = Files.readAllLines(CONFIG.resolve("systemd/unified-hotline.service"));
        assertThat(lines)
                .contains(
                        "Restart=on-failure",
                        "RestartPreventExitStatus=78",
                        "SuccessExitStatus=143",
                        "NoNewPrivileges=true",
                        "ProtectSystem=strict",
                        "ProtectHome=true",
                        "PrivateTmp=true",
                        "CapabilityBoundingSet=",
                        "User=unified-hotline",
                        "StateDirectory=unified-hotline");
        List<String> variables = lines.stream()
                .filter(line -> line.startsWith("Environment="))
                .map(line -> line.substring("Environment=".length()).split("=", 2)[0])
                .filter(name -> !name.startsWith("JAVA"))
                .toList();
        assertKnown(variables);
        assertThat(secretFiles(variables)).isEqualTo(SECRETS);
        List<String> credentials = new ArrayList<>();
        Pattern used = Pattern.compile("=%d/([a-z-]+)");
        lines.forEach(line -> used.matcher(line).results().forEach(match -> credentials.add(match.group(1))));
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("LoadCredential="))
                        .map(line -> line.replaceAll("LoadCredential=|:.*", "")))
                .containsExactlyInAnyOrderElementsOf(credentials);
    }

    private void assertKnown(Iterable<String> names) {
        for (String name : names) {
            String setting = name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : name;
            assertThat(known.isOurs(setting) ? known.knows(setting) : setting.matches("(?i)(spring|server)[._].*"))
                    .as(name)
                    .isTrue();
        }
    }

    private static Set<String> secretFiles(Iterable<String> names) {
        Set<String> secrets = new HashSet<>();
        names.forEach(name -> {
            if (name.endsWith("_FILE")) {
                secrets.add(name.substring(0, name.length() - "_FILE".length()));
            }
        });
        return secrets;
    }

    private static List<PropertySource<?>> yaml(String file) throws IOException {
        return new YamlPropertySourceLoader()
                .load(
                        file,
                        new FileSystemResource(
                                COMPOSE.resolve("unified-hotline").resolve(file)));
    }

    @Test
    @DisplayName("is described with the commands and files that there are")
    void described() throws IOException {
        String text = Files.readString(CONFIG.resolve("DEPLOYMENT.md"));
        for (String file : List.of(
                "compose/compose.yaml",
                "compose/prepare.sh",
                "compose/backup.sh",
                "compose/restore.sh",
                "systemd/unified-hotline.service")) {
            assertThat(text).contains(file.substring(file.indexOf('/') + 1));
            assertThat(CONFIG.resolve(file)).exists();
        }
        Stream.of("prepare.sh", "backup.sh", "restore.sh")
                .forEach(script -> assertThat(COMPOSE.resolve(script)).isExecutable());
    }
}
