package org.unifiedhotline.console.crosswalk;

import java.util.List;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Which master record a source record belongs to.
 *
 * @param sourceRecords the source records of that person that the caller may know of, the asked one included
 */
record CrosswalkAnswer(MasterId masterId, LinkKind linkKind, List<LinkedRecord> sourceRecords) {

    /**
     * The answer to a lookup, in which the caller may know all.
     *
     * @throws ProblemException 404 if the record was never captured, 410 with its tombstone if it was deleted, 503 if
     *     its person is still being worked out
     */
    static CrosswalkAnswer of(CrosswalkLookup lookup) {
        return switch (lookup) {
            case CrosswalkLookup.Live live ->
                new CrosswalkAnswer(
                        live.entry().masterId(),
                        live.entry().linkKind(),
                        live.members().stream().map(LinkedRecord::of).toList());
            case CrosswalkLookup.Unresolved ignored ->
                throw ProblemException.unavailable("The record was captured; its person is still being worked out.");
            case CrosswalkLookup.Deleted deleted -> throw gone(deleted);
            case CrosswalkLookup.NeverCaptured ignored ->
                throw ProblemException.unknown("No record of a person was captured under this key.");
        };
    }

    private static ProblemException gone(CrosswalkLookup.Deleted deleted) {
        ProblemException gone = ProblemException.gone("The record was deleted at its source.");
        gone.getBody().setProperty("deletedAt", deleted.deletedAt());
        gone.getBody().setProperty("formerMasterId", deleted.formerMasterId());
        return gone;
    }

    /** A source record of the person. */
    record LinkedRecord(String source, String table, String localId, LinkKind linkKind) {
        static LinkedRecord of(CrosswalkEntry entry) {
            return new LinkedRecord(
                    entry.key().system().code(),
                    entry.key().table().name(),
                    entry.key().localId(),
                    entry.linkKind());
        }
    }
}
