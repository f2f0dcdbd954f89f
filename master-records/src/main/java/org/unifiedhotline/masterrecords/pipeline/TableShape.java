package org.unifiedhotline.masterrecords.pipeline;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Whether a table of a source still is as its mapping needs it.
 *
 * @param missing columns that the mapping needs and the table does not have
 * @param ignored columns that no mapping knows: they are not taken in
 * @param reason why it stopped, naming columns, never a value; null while it is followed
 * @param since since when it has not been followed; null while it is
 * @param held how many written rows were left out since; deletions are taken in all the same
 * @param caughtUpAt when it was last mended and had caught up; null if never
 */
public record TableShape(
        SourceTable table,
        State state,
        Set<String> missing,
        Set<String> ignored,
        @Nullable String reason,
        @Nullable Instant since,
        long held,
        @Nullable Instant caughtUpAt) {

    /** What becomes of the table's changes. */
    public enum State {
        /** They are taken in. */
        FOLLOWED,
        /** Written rows are left out: the hub keeps what it has of them, until the table is mended. */
        STOPPED,
        /** The table is as it should be again; its rows are read anew. */
        CATCHING_UP
    }

    /**
     * The table as it is at the source now.
     *
     * @param trouble why it cannot be followed, apart from missing columns; null if there is no such reason
     */
    public record Look(
            Set<String> missing,
            Set<String> ignored,
            @Nullable String trouble) {
        public Look {
            missing = Set.copyOf(missing);
            ignored = Set.copyOf(ignored);
        }

        /** Whether it can be followed. */
        public boolean isWhole() {
            return missing.isEmpty() && trouble == null;
        }

        /** Why it cannot be followed; null if it can. */
        public @Nullable String reason() {
            if (trouble != null) {
                return trouble;
            }
            return missing.isEmpty() ? null : reasonOf(missing);
        }
    }

    public TableShape {
        missing = Set.copyOf(missing);
        ignored = Set.copyOf(ignored);
    }

    /** That these columns are missing, in words. */
    public static String reasonOf(Set<String> missing) {
        return (missing.size() == 1
                        ? "a column that the mapping needs is missing: "
                        : "columns that the mapping needs" + " are missing: ")
                + String.join(", ", new TreeSet<>(missing));
    }
}
