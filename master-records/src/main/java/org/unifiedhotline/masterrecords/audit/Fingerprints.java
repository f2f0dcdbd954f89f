package org.unifiedhotline.masterrecords.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The configuration as SHA-256 by name: files as a whole, settings one by one, so that another value is told and none is repeated. Settings
 * whose names tell of a secret are left out altogether.
 */
final class Fingerprints {
    private static final Pattern OURS =
            Pattern.compile("(unified-?hotline|spring\\.(datasource|security)|server|management)\\..+");
    private static final Pattern SECRET =
            Pattern.compile(".*(password|secret|token|credential|\\.key\\b|-key\\b).*", Pattern.CASE_INSENSITIVE);
    private static final int SETTING_DIGITS = 16;

    private Fingerprints() {}

    static Map<String, String> of(ConfigurableEnvironment environment, Collection<ConfigurationFile> files) {
        Map<String, String> prints = new TreeMap<>();
        files.forEach(file -> prints.put("file " + file.name(), fingerprint(file)));
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (String written : named.getPropertyNames()) {
                    String name = name(written);
                    if (OURS.matcher(name).matches() && !SECRET.matcher(name).matches()) {
                        prints.computeIfAbsent(
                                "setting " + name,
                                _ -> sha256(text(environment, written).getBytes(StandardCharsets.UTF_8))
                                        .substring(0, SETTING_DIGITS));
                    }
                }
            }
        }
        return prints;
    }

    /** The environment writes SPRING_DATASOURCE_URL. */
    private static String name(String written) {
        return written.equals(written.toUpperCase(Locale.ROOT))
                ? written.toLowerCase(Locale.ROOT)
                        .replace("unified_hotline", "unified-hotline")
                        .replace('_', '.')
                : written;
    }

    private static String text(ConfigurableEnvironment environment, String name) {
        try {
            return String.valueOf(environment.getProperty(name));
        } catch (IllegalArgumentException unresolved) {
            return "unresolved";
        }
    }

    private static String fingerprint(ConfigurationFile file) {
        try {
            return sha256(file.content().getContentAsByteArray());
        } catch (IOException unreadable) {
            return "cannot be read";
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
