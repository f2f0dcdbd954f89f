package org.unifiedhotline.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.ConfigurableEnvironment;
import org.unifiedhotline.masterrecords.settings.SettingsCheck;
import org.unifiedhotline.masterrecords.settings.SettingsReading;

/** How the console is served, and the files of secrets. */
final class ServerSettings implements SettingsCheck {
    @Override
    public void check(SettingsReading settings) {
        ConfigurableEnvironment environment = settings.environment();
        SecureDefaults.secretFiles(environment.getSystemEnvironment())
                .forEach((variable, file) -> settings.require(
                        Files.isReadable(Path.of(file)) && Files.isRegularFile(Path.of(file)),
                        variable + ": " + file + " cannot be read: expected a file that holds the secret"));
        String port = environment.getProperty("server.port", "8080");
        settings.require(
                port.matches("[0-9]{1,5}") && Integer.parseInt(port) < 65536, "server.port is a port: 1 to 65535");
        settings.require(
                !environment
                        .getProperty("spring.threads.virtual.enabled", "false")
                        .equalsIgnoreCase("true"),
                "spring.threads.virtual.enabled is false: virtual threads that load classes can make the service stand still for good");
        String collector = environment.getProperty("management.otlp.tracing.endpoint", "");
        settings.require(
                collector.isEmpty()
                        || collector.matches("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?"),
                "management.otlp.tracing.endpoint is the collector's https address (http only on this machine)");
        for (String name : List.of("server.ssl.certificate", "server.ssl.certificate-private-key")) {
            checkFile(settings, name, environment.getProperty(name, ""));
        }
        if (!settings.isDemo()) {
            settings.attempt("server.ssl.certificate", () -> SecureDefaults.requireTlsOfConsole(environment));
        }
    }

    private static void checkFile(SettingsReading settings, String name, String location) {
        if (location.isEmpty()
                || location.toLowerCase(Locale.ROOT).startsWith("classpath:")
                || location.contains("--BEGIN")) {
            return;
        }
        String path = location.startsWith("file:") ? location.substring("file:".length()) : location;
        settings.require(Files.isReadable(Path.of(path)), name + ": " + path + " cannot be read");
    }
}
