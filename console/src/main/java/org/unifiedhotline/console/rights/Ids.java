package org.unifiedhotline.console.rights;

import java.util.List;
import java.util.Map;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Leads from the id of a call to the person, or ends the call with the problem that fits. */
final class Ids {
    private Ids() {}

    static MasterId of(String text) {
        try {
            return MasterId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("A master id is a UUID of 36 characters.");
        }
    }

    /** The person who stands under this id. */
    static PersonFile standing(MasterRecords masterRecords, MasterId id) {
        return switch (masterRecords.find(id)) {
            case MasterLookup.Found found -> found.file();
            case MasterLookup.MergedInto merged ->
                throw ProblemException.conflict(
                        "This master record was merged into another; ask about that one.",
                        Map.of("masterId", merged.standing()));
            case MasterLookup.Gone ignored ->
                throw ProblemException.gone("No source record of this person stands any more.");
            case MasterLookup.Unknown ignored -> throw ProblemException.unknown("No master record ever had this id.");
        };
    }

    /** The person's records by number. */
    static List<Long> records(PersonFile file) {
        return file.master().members().stream()
                .map(Member::key)
                .map(SourceRecordId::of)
                .toList();
    }
}
