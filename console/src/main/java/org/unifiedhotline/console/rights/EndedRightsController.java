package org.unifiedhotline.console.rights;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.console.rights.RightsController.Because;
import org.unifiedhotline.console.rights.RightsView.HoldView;
import org.unifiedhotline.console.rights.RightsView.RequestView;
import org.unifiedhotline.console.stewardship.Reason;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.masterrecords.rights.LegalHold;
import org.unifiedhotline.masterrecords.rights.LegalHolds;
import org.unifiedhotline.masterrecords.rights.PersonRequests;

/**
 * Ends what stands of somebody's rights, found by its own number: only for those who are cleared for whom it is about, and on record with
 * them.
 */
@RestController
class EndedRightsController {
    private final MasterRecords masterRecords;
    private final LegalHolds holds;
    private final Erasures erasures;
    private final CorrectionNotes notes;
    private final PersonRequests requests;
    private final Disclosures disclosures;
    private final CallerScope scope;

    EndedRightsController(
            MasterRecords masterRecords,
            LegalHolds holds,
            Erasures erasures,
            CorrectionNotes notes,
            PersonRequests requests,
            Disclosures disclosures,
            CallerScope scope) {
        this.masterRecords = masterRecords;
        this.holds = holds;
        this.erasures = erasures;
        this.notes = notes;
        this.requests = requests;
        this.disclosures = disclosures;
        this.scope = scope;
    }

    /** Notes that a request was answered; of a restricted person too, whose page of rights tells it. */
    @PostMapping("/api/v1/requests/{request}/answered")
    RequestView answered(Authentication login, @PathVariable long request) {
        scope.requireEverySource(login);
        about(login, requests.recordsOf(request).orElseThrow(EndedRightsController::noRequest));
        return requests.answered(request, Caller.of(login).name())
                .map(RequestView::of)
                .orElseThrow(EndedRightsController::noRequest);
    }

    /** Takes a correction note back; of a restricted person only who is shown it. */
    @DeleteMapping("/api/v1/corrections/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Authentication login, @PathVariable long note) {
        scope.requireEverySource(login);
        about(login, notes.recordsOf(note).orElseThrow(EndedRightsController::noNote))
                .forEach(person -> scope.requireUnrestricted(login, person));
        if (!notes.withdraw(note, Caller.of(login).name())) {
            throw noNote();
        }
    }

    /** Ends a legal hold; of a restricted person too, whose page of rights tells it. */
    @PostMapping("/api/v1/holds/{hold}/lift")
    HoldView lift(Authentication login, @PathVariable long hold, @RequestBody Because because) {
        scope.requireEverySource(login);
        LegalHold standing =
                holds.find(hold).orElseThrow(() -> ProblemException.unknown("There is no such legal hold."));
        about(login, standing.records());
        return erasures.lift(hold, Caller.of(login).name(), Reason.of(because.reason()))
                .map(HoldView::of)
                .orElseThrow(() -> ProblemException.conflict("This hold was lifted before."));
    }

    /** Whom it is about, by now perhaps several: on record, also when it is refused. */
    private Iterable<MasterId> about(Authentication login, List<Long> records) {
        var people = masterRecords.peopleOf(records);
        disclosures.people(people);
        scope.requireClearedForRecords(login, records);
        return people;
    }

    private static ProblemException noRequest() {
        return ProblemException.unknown("There is no such request that waits for an answer.");
    }

    private static ProblemException noNote() {
        return ProblemException.unknown("There is no such correction note.");
    }
}
