package org.unifiedhotline.console.people;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Makes the page of a person from what the hub told within the reader's scope. */
@Component
class PersonPages {
    private static final int MOST_SOURCE_CHANGES = 200;

    private final MasterRecords masterRecords;
    private final SourceHistory sourceHistory;
    private final CorrectionNotes corrections;
    private final CallerScope scope;

    PersonPages(
            MasterRecords masterRecords, SourceHistory sourceHistory, CorrectionNotes corrections, CallerScope scope) {
        this.masterRecords = masterRecords;
        this.sourceHistory = sourceHistory;
        this.corrections = corrections;
        this.scope = scope;
    }

    /**
     * What the reader is shown.
     *
     * @throws org.unifiedhotline.console.problems.ProblemException 403 if the reader is not cleared for the person
     */
    MasterRecordView of(Authentication login, MasterId id, PersonFile inScope) {
        ForReader readers = new ForReader(scope, login, id);
        PersonFile file = readers.file(inScope);
        return MasterRecordView.of(
                file,
                masterRecords.codeNames(file),
                readers.history(masterRecords.history(id, scope.of(login, id))),
                sourceHistory.of(file, MOST_SOURCE_CHANGES),
                corrections(login, id, file),
                scope.revealed(login, id).map(RevealedView::of).orElse(null));
    }

    /** A note speaks of all its records: who may see some of them only is told nothing of it. */
    private List<CorrectionNotes.Note> corrections(Authentication login, MasterId id, PersonFile file) {
        List<Long> records = file.master().members().stream()
                .map(member -> SourceRecordId.of(member.key()))
                .toList();
        return scope.of(login, id).isWhole() ? corrections.of(records) : corrections.onlyOf(records);
    }
}
