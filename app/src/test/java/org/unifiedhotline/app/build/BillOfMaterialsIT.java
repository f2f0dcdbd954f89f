package org.unifiedhotline.app.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds what is shipped to a list that somebody has looked at, {@code config/build/components.txt}: name, version and SHA-256 of every component. A
 * dependency that comes in, goes, changes its version, or changes its content under the same version, fails the build.
 */
@DisplayName("The shipped jar")
class BillOfMaterialsIT {
    private static final Path PINNED = Path.of("..", "config", "build", "components.txt");
    private static final Path BILL = Path.of("target", "bom.json");
    private static final Path FOUND = Path.of("target", "components.txt");
    /** What repackaging puts in by itself, of Spring Boot's own version. */
    private static final String TOOLS = "spring-boot-jarmode-tools-";

    private static final String OURS = "org.unifiedhotline";

    @Test
    @DisplayName("is made of the components that are pinned, byte by byte, and of no others")
    void pinned() throws IOException {
        List<String> found = components();
        Files.write(FOUND, found);
        assertThat(found)
                .as(
                        "target/components.txt tells what was found: look at what differs, and if it is wanted copy it to config/build/components.txt")
                .isEqualTo(Files.readAllLines(PINNED).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @Test
    @DisplayName("holds no library that its bill of materials does not name")
    void complete() throws IOException {
        Set<String> named = components().stream()
                .map(line -> line.split("[: ]"))
                .map(part -> part[1] + "-" + part[2])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unnamed = new TreeSet<>();
        try (JarFile jar = new JarFile(Path.of("target", "app.jar").toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar")) {
                    String library = name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length());
                    boolean known =
                            named.stream().anyMatch(one -> library.equals(one) || library.startsWith(one + "-"));
                    if (!known && !library.endsWith("-1.0.0-SNAPSHOT") && !library.startsWith(TOOLS)) {
                        unnamed.add(library);
                    }
                }
            }
        }
        assertThat(unnamed).isEmpty();
    }

    private static List<String> components() throws IOException {
        assumeTrue(Files.exists(BILL), "Maven was offline, where it leaves the bill of materials out");
        JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<String> components = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            if (!component.path("group").asText().equals(OURS)) {
                components.add(component.path("group").asText() + ":"
                        + component.path("name").asText() + ":"
                        + component.path("version").asText() + " " + sha256(component));
            }
        }
        components.sort(null);
        return components;
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "-";
    }
}
