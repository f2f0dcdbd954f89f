package org.unifiedhotline.masterrecords.scope;

import org.unifiedhotline.mappings.source.SourceRecordKey;

/** How confidential a source record is by itself. The function {@code label_of} says the same in the database. */
public enum Label {
    /** Somebody who called. */
    ORDINARY,
    /** A child at the switchboard. */
    CHILD,
    /** A victim, or potential victim, of trafficking. */
    TRAFFICKING_VICTIM;

    /** The label of a record, by its table. */
    public static Label of(SourceRecordKey record) {
        return switch (record.table().name()) {
            case "tre_em" -> CHILD;
            case "victim" -> TRAFFICKING_VICTIM;
            default -> ORDINARY;
        };
    }

    /** The label of whom a case is about: each system has cases of one kind of people only. */
    public static Label ofCase(SourceRecordKey caseRecord) {
        return switch (caseRecord.system()) {
            case SWITCHBOARD -> CHILD;
            case HOTLINE -> TRAFFICKING_VICTIM;
        };
    }
}
