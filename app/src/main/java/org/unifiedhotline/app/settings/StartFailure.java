package org.unifiedhotline.app.settings;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.unifiedhotline.masterrecords.keys.KeystoreException;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says why the service did not start, without a stack trace, where an operator can mend it. */
public final class StartFailure implements FailureAnalyzer, Ordered {
    /** Exit code if the configuration cannot be used: EX_CONFIG of sysexits.h. Starting again does not help. */
    public static final int UNUSABLE = 78;
    /** Exit code if something else is in the way, such as a hub that is away. Starting again may help. */
    public static final int FAILED = 1;

    private static final String ACTION =
            "Mend what is listed and start again; nothing was changed. What each setting means: config/application.yaml.";
    private static final String HUB_ACTION = "See config/OPERATIONS.md, \"When it does not start\".";
    /** Classes of SQL states: the account is refused, or there is no such database. */
    private static final List<String> REFUSED = List.of("28", "3D");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<String> complaints = complaints(failure);
        if (!complaints.isEmpty()) {
            return new FailureAnalysis(list(complaints), ACTION, failure);
        }
        SQLException hub = cause(failure, SQLException.class);
        return hub == null ? null : new FailureAnalysis("The hub: " + firstLine(hub), HUB_ACTION, failure);
    }

    /** What the process ends with. */
    public static int exitCode(Throwable failure) {
        SQLException hub = cause(failure, SQLException.class);
        boolean refused =
                hub != null && hub.getSQLState() != null && REFUSED.stream().anyMatch(hub.getSQLState()::startsWith);
        return refused || !complaints(failure).isEmpty() || cause(failure, BindException.class) != null
                ? UNUSABLE
                : FAILED;
    }

    private static List<String> complaints(Throwable failure) {
        UnusableSettingsException unusable = cause(failure, UnusableSettingsException.class);
        if (unusable != null) {
            return unusable.complaints();
        }
        MarkedYAMLException yaml = cause(failure, MarkedYAMLException.class);
        if (yaml != null) {
            return List.of("a configuration file is no YAML, at"
                    + String.valueOf(yaml.getProblemMark().toString())
                            .lines()
                            .findFirst()
                            .orElse("") + ": " + yaml.getProblem());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeystoreException || cause instanceof ConfigDataException || isOfSetting(cause)) {
                return List.of(firstLine(cause));
            }
        }
        return List.of();
    }

    /** Checks that need the hub say which setting they are about, too. */
    private static boolean isOfSetting(Throwable cause) {
        return cause instanceof IllegalStateException
                && String.valueOf(cause.getMessage()).matches("(?s)(unified-hotline|spring|server)\\.[a-z].*");
    }

    private static String list(List<String> complaints) {
        return (complaints.size() == 1 ? "1 setting is" : complaints.size() + " settings are")
                + " not usable:\n\n"
                + IntStream.range(0, complaints.size())
                        .mapToObj(index -> "%3d. %s".formatted(index + 1, complaints.get(index)))
                        .collect(Collectors.joining("\n"));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
