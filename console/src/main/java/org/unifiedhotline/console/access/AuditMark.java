package org.unifiedhotline.console.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.unifiedhotline.masterrecords.audit.AuditKind;

/** As what a call is put on record, by the word of its line in {@code roles.yaml}. */
public enum AuditMark {
    READ(AuditKind.READ),
    SEARCH(AuditKind.SEARCH),
    EXPORT(AuditKind.EXPORT),
    REVEAL(AuditKind.REVEAL),
    DECISION(AuditKind.DECISION),
    CONFIGURATION(AuditKind.CONFIGURATION),
    SESSION(AuditKind.SESSION),
    /** Not at all: it holds nothing of people and changes nothing. */
    NONE(AuditKind.READ);

    private final AuditKind kind;

    AuditMark(AuditKind kind) {
        this.kind = kind;
    }

    /** The kind of its entries. */
    public AuditKind kind() {
        return kind;
    }

    /**
     * The mark of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AuditMark of(String word) {
        Optional<AuditMark> mark = Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        return mark.orElseThrow(() -> new IllegalArgumentException(
                "'audit: " + word + "' is none of " + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }
}
