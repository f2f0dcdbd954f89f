package org.unifiedhotline.masterrecords.settings;

import java.util.List;

/** Settings that cannot be used. Every complaint begins with the name of its setting, says what was expected, and repeats no secret. */
public final class UnusableSettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> complaints;

    public UnusableSettingsException(List<String> complaints) {
        super(String.join("; ", complaints));
        this.complaints = List.copyOf(complaints);
    }

    /** All of them. */
    public List<String> complaints() {
        return complaints;
    }

    /** What a failure complains of: the complaints of the first such exception among its causes, or else the innermost cause's own message. */
    static List<String> in(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSettingsException unusable) {
                return unusable.complaints();
            }
            innermost = cause;
        }
        String message = innermost.getMessage();
        return List.of(
                message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message);
    }
}
