package org.unifiedhotline.masterrecords.operation;

/** The kinds of reasons for which rows are set aside: few, so that they can be counted by. */
public enum FailureCode {
    /** A code that no list knows. */
    UNKNOWN_CODE("holds a code that no list knows"),
    /** The table lacks a column that its mapping reads. */
    MISSING_COLUMN("the row has no such column"),
    /** NULL where a value is needed. */
    NO_VALUE("not NULL"),
    /** The source's log left a value out. */
    VALUE_NOT_LOGGED("the log did not repeat its value"),
    /** No mapping knows the table. */
    UNKNOWN_TABLE("no mapping knows this table"),
    /** A value of another type, or in another form, than expected. */
    UNEXPECTED_VALUE("expected "),
    /** Anything else: the reason of the dead letter says it. */
    OTHER("");

    private final String words;

    FailureCode(String words) {
        this.words = words;
    }

    /** The first that fits the reason of a dead letter. */
    static FailureCode of(String reason) {
        for (FailureCode code : values()) {
            if (reason.contains(code.words)) {
                return code;
            }
        }
        return OTHER;
    }
}
