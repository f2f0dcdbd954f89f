package org.unifiedhotline.masterrecords.reconciliation;

/**
 * Something that is not the same on both sides.
 *
 * @param subject what it is about: a source record ({@code switchboard/tre_em/42}), a legacy table or a master id
 * @param detail what differs; names columns and tables, never a value of a person
 * @param mended whether it was put right
 */
public record Difference(Kind kind, String subject, String detail, boolean mended) {
    /** What can differ. */
    public enum Kind {
        /** A row of the source is not in the hub. */
        ROW_MISSING,
        /** The hub's row is not as the source's. */
        ROW_ALTERED,
        /** The hub has a row that is not at the source. */
        ROW_EXTRA,
        /** What was understood of a row is not what the row says. */
        NOT_AS_UNDERSTOOD,
        /** What is joined and counted by is not what was understood. */
        TYPED_ROW,
        /** A table's figures are not what stands there. */
        COUNT,
        /** A record is linked to another master record than its history says, or to none. */
        LINK,
        /** A master record stands that nobody belongs to, or does not stand as its history says. */
        MASTER_RECORD,
        /** A master record has no document in the search index. */
        DOCUMENT_MISSING,
        /** A document is of another version of its master record, or holds something else. */
        DOCUMENT_ALTERED,
        /** A document is of no master record that stands. */
        DOCUMENT_EXTRA
    }

    /** The same, put right or not. */
    public Difference mended(boolean isMended) {
        return new Difference(kind, subject, detail, isMended);
    }

    @Override
    public String toString() {
        return kind + " " + subject + ": " + detail + (mended ? " (mended)" : "");
    }
}
