package org.unifiedhotline.console.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Finds passwords and secrets among the settings that anybody would try first: those of the demo and of this project's documents, the name of the
 * account itself, usual words, and none at all. In an address any is one: addresses are written into logs and errors.
 */
final class KnownCredentials {
    private static final Pattern SECRET = Pattern.compile(
            "(.*?)(client-?_?secret|password|passwd|pass-?_?phrase|secret)s?", Pattern.CASE_INSENSITIVE);
    /** An address in which a password stands: behind a name, or before the host. */
    private static final Pattern SECRET_ADDRESS = Pattern.compile(
            "[a-z][a-z0-9+.:-]*:.*([?&;](ssl|key-?store|trust-?store)?-?(password|passwd|pwd)=|//[^/?#@]*:[^/?#@]+@).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ADDRESS =
            Pattern.compile(".*(url|uri|address)(e?s)?(\\[\\d+]|_\\d+_?)?", Pattern.CASE_INSENSITIVE);

    /** Settings of the machine or of Spring whose names end alike. */
    private static final Set<String> OURS =
            Set.of("spring.", "unified-hotline.", "unifiedhotline.", "server.", "management.");

    private static final Set<String> USUAL = Set.of(
            "",
            "password",
            "passwort",
            "secret",
            "changeme",
            "change-me",
            "changeit",
            "admin",
            "administrator",
            "root",
            "test",
            "demo",
            "default",
            "example",
            "guest",
            "user",
            "postgres",
            "mariadb",
            "mysql",
            "elastic",
            "hub",
            "legacy",
            "capture",
            "unified_hotline",
            "unified-hotline",
            "hub_reader",
            "hotline",
            "switchboard",
            "letmein",
            "qwerty",
            "welcome",
            "123456",
            "12345678",
            "123456789",
            "1234567890",
            "matkhau",
            "111111",
            "000000");

    private KnownCredentials() {}

    /** The names of the settings that hold one; never what they hold. In order. */
    static List<String> in(ConfigurableEnvironment settings) {
        List<String> found = new ArrayList<>();
        for (PropertySource<?> source : settings.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (isKnown(settings, name)) {
                        found.add(name);
                    }
                }
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private static boolean isKnown(ConfigurableEnvironment settings, String name) {
        String usual = name.toLowerCase(Locale.ROOT).replace('_', '.');
        if (OURS.stream().noneMatch(usual::startsWith)) {
            return false;
        }
        Matcher secret = SECRET.matcher(name);
        if (!secret.matches()) {
            String address = ADDRESS.matcher(name).matches() ? settings.getProperty(name) : null;
            return address != null && SECRET_ADDRESS.matcher(address.strip()).matches();
        }
        String value = settings.getProperty(name);
        if (value == null) {
            return false;
        }
        String word = value.strip().toLowerCase(Locale.ROOT);
        return USUAL.contains(word)
                || word.equals(sibling(settings, secret.group(1), "username"))
                || word.equals(sibling(settings, secret.group(1), "user"))
                || word.equals(sibling(settings, secret.group(1), "client-id"))
                || word.equals(sibling(settings, secret.group(1), "CLIENTID"));
    }

    private static @Nullable String sibling(ConfigurableEnvironment settings, String before, String name) {
        String value = settings.getProperty(before + name);
        value = value == null ? settings.getProperty(before + name.toUpperCase(Locale.ROOT)) : value;
        return value == null ? null : value.strip().toLowerCase(Locale.ROOT);
    }
}
