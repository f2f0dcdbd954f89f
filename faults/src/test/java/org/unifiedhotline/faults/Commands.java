package org.unifiedhotline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that are run to their end: those of the system, and the operator's commands of the shipped jar. */
final class Commands {
    /** What a program said and ended with. */
    record Said(int code, String text) {}

    /** Quick to start: a fault does not depend on how well the code is compiled. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The jar under test, extracted as Spring Boot does it, since it is started some hundred times. */
    private static final class Extracted {
        private static final Path JAR = extract();

        private static Path extract() {
            Path jar =
                    Path.of(System.getProperty("faults.jar")).toAbsolutePath().normalize();
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(jar + " is missing");
            }
            Path folder = Path.of(System.getProperty("faults.folder"))
                    .toAbsolutePath()
                    .resolve("app");
            run(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
            return folder.resolve(jar.getFileName());
        }
    }

    private Commands() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The jar under test. */
    static Path jar() {
        return Extracted.JAR;
    }

    /** What the virtual machine remembers of the jar's classes, if {@link #remember} has been there. */
    static List<String> remembered() {
        Path cache = jar().resolveSibling("classes.aot");
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable") : List.of();
    }

    /** Starts the service once, up to where it would serve, so that all later starts are quicker (JEP 514). */
    static void remember(Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx768m"));
        command.addAll(QUICK);
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + jar().resolveSibling("classes.aot"),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                jar().toString(),
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--server.address=127.0.0.1"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Said said = said(command);
        if (!Files.exists(jar().resolveSibling("classes.aot"))) {
            throw new AssertionError("no cache was made: " + said.code() + "\n" + said.text());
        }
    }

    /** Runs an operator's command with the service's settings. */
    static Said operator(Map<String, String> settings, String... command) {
        return said(operatorCommand(settings, command));
    }

    /** Begins an operator's command, which says nothing to anybody. */
    static Process launchOperator(Map<String, String> settings, String... command) {
        try {
            return new ProcessBuilder(operatorCommand(settings, command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> operatorCommand(Map<String, String> settings, String... command) {
        List<String> whole = new ArrayList<>(List.of(java(), "-Xmx512m"));
        whole.addAll(QUICK);
        whole.addAll(remembered());
        whole.addAll(List.of("-jar", jar().toString()));
        whole.addAll(List.of(command));
        settings.forEach((name, value) -> whole.add("--" + name + "=" + value));
        return whole;
    }

    /** Runs a program of the system, which must end well. */
    static String run(String... command) {
        Said said = said(List.of(command));
        if (said.code() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + said.code() + ": " + said.text());
        }
        return said.text();
    }

    static Said said(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
