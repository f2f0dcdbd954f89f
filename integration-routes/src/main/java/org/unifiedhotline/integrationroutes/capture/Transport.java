package org.unifiedhotline.integrationroutes.capture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a source's database is connected to. */
public sealed interface Transport {
    /** In clear: for a server on the same machine. */
    record Clear() implements Transport {}

    /**
     * By TLS, the server's certificate and name checked.
     *
     * @param authority PEM file of whoever signed the certificate; null for the authorities that the JDK trusts
     */
    record Tls(@Nullable Path authority) implements Transport {
        /** The authority's file; empty for those that the JDK trusts. */
        Optional<Path> file() {
            return Optional.ofNullable(authority);
        }
    }

    /** What is done where nothing is said: in clear on this machine, by TLS everywhere else. */
    static Transport usualFor(String host) {
        return isOnThisMachine(host) ? new Clear() : new Tls(null);
    }

    /** Whether a host is the machine that the service runs on. */
    private static boolean isOnThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.matches("127(\\.[0-9]{1,3}){3}")
                || Set.of("localhost", "::1", "[::1]").contains(name);
    }

    /**
     * As it is set.
     *
     * @param tls {@code verify}, {@code off}, or empty for what is usual
     * @throws IllegalArgumentException naming the setting, if it is none of these
     */
    static Transport of(String tls, @Nullable Path authority, String host, String setting) {
        return switch (tls) {
            case "verify" -> new Tls(authority);
            case "off" -> new Clear();
            case "" -> authority == null ? usualFor(host) : new Tls(authority);
            default -> throw new IllegalArgumentException(setting + ".tls is verify or off, not '" + tls + "'");
        };
    }
}
