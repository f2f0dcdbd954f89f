package org.unifiedhotline.console.rights;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.console.rights.RightsView.CorrectionView;
import org.unifiedhotline.console.rights.RightsView.DecidedView;
import org.unifiedhotline.console.rights.RightsView.ErasureView;
import org.unifiedhotline.console.rights.RightsView.HoldView;
import org.unifiedhotline.console.rights.RightsView.RequestView;
import org.unifiedhotline.console.stewardship.Reason;
import org.unifiedhotline.console.stewardship.Rulings;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.masterrecords.rights.LegalHolds;
import org.unifiedhotline.masterrecords.rights.PersonRequest;
import org.unifiedhotline.masterrecords.rights.PersonRequests;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionFilter;
import org.unifiedhotline.masterrecords.stewardship.DecisionKind;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Takes what is asked for somebody by right, and what stands against it. */
@RestController
class RightsController {
    private static final int LATEST = 500;
    private static final int MOST_CHANGES = 1_000;
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final MasterRecords masterRecords;
    private final Stewardship stewardship;
    private final Erasures erasures;
    private final LegalHolds holds;
    private final CorrectionNotes notes;
    private final Consent consent;
    private final PersonRequests requests;
    private final SourceHistory sourceHistory;
    private final Rulings rulings;
    private final CallerScope scope;

    RightsController(
            MasterRecords masterRecords,
            Stewardship stewardship,
            Erasures erasures,
            LegalHolds holds,
            CorrectionNotes notes,
            Consent consent,
            PersonRequests requests,
            SourceHistory sourceHistory,
            Rulings rulings,
            CallerScope scope) {
        this.masterRecords = masterRecords;
        this.stewardship = stewardship;
        this.erasures = erasures;
        this.holds = holds;
        this.notes = notes;
        this.consent = consent;
        this.requests = requests;
        this.sourceHistory = sourceHistory;
        this.rulings = rulings;
        this.scope = scope;
    }

    /** The law or request that an erasure rests on; whether to leave what legal holds keep. */
    record Erase(@Nullable String legalBasis, @Nullable Boolean exceptHeld) {}

    /** Why. */
    record Because(@Nullable String reason) {}

    /** What a person asked for, and the day on which it came in. */
    record Asked(
            PersonRequest.@Nullable Kind kind, @Nullable LocalDate receivedOn) {}

    /** What is wrong, in a steward's words. */
    record Correction(@Nullable String words) {}

    /** How the rights of a person stand. */
    @GetMapping("/api/v1/master-records/{id}/rights")
    RightsView rights(Authentication login, @PathVariable String id) {
        PersonFile file = person(login, id);
        List<Long> records = Ids.records(file);
        List<Decision> decided = stewardship.list(
                DecisionFilter.of(Caller.of(login).name()).about(file.master().id()), null, LATEST);
        DecidedView restriction = decision(decided, DecisionKind.RESTRICT, DecisionState.IN_FORCE);
        DecidedView erasure = decision(decided, DecisionKind.ERASE, DecisionState.AWAITING_APPROVAL);
        // What was typed about restricted people is told to those alone who are shown them.
        boolean told = restriction == null || scope.readsRestricted(login);
        return new RightsView(
                file.master().id(),
                RightsView.names(
                        file.master().members().stream().map(Member::key).toList()),
                consent.of(file.master()),
                Consent.evidence(file.master(), sourceHistory.of(file, MOST_CHANGES)),
                requests.about(records).stream().map(RequestView::of).toList(),
                restriction == null || told ? restriction : restriction.withoutReason(),
                erasure == null || told ? erasure : erasure.withoutReason(),
                erasure == null ? null : PersonRequest.answerBy(LocalDate.ofInstant(erasure.decidedAt(), VIET_NAM)),
                holds.about(records).stream()
                        .map(HoldView::of)
                        .map(hold -> told ? hold : hold.withoutReason())
                        .toList(),
                told ? notes.of(records).stream().map(CorrectionView::of).toList() : List.of());
    }

    private static @Nullable DecidedView decision(List<Decision> decided, DecisionKind kind, DecisionState state) {
        return decided.stream()
                .filter(decision -> decision.kind() == kind && decision.state() == state)
                .findFirst()
                .map(DecidedView::of)
                .orElse(null);
    }

    /** Asks that nothing be kept of a person; a preview tells what would go and what would stay, and asks nothing. */
    @PostMapping("/api/v1/master-records/{id}/erase")
    ResponseEntity<?> erase(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Erase wish) {
        PersonFile file = person(login, id);
        MasterId person = file.master().id();
        if (preview) {
            return ResponseEntity.ok(ErasureView.of(person, erasures.plan(Ids.records(file))));
        }
        Word word = new Word(Caller.of(login).name(), legalBasis(wish.legalBasis()));
        return rulings.answer(stewardship.erase(person, Boolean.TRUE.equals(wish.exceptHeld()), word), false);
    }

    private static String legalBasis(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest(
                    "An erasure needs a 'legalBasis': the law or the request that it rests on.");
        }
        return Reason.of(text);
    }

    /** Processing of a person's data is restricted; lifted by undoing the decision. */
    @PostMapping("/api/v1/master-records/{id}/restrict")
    ResponseEntity<Rulings.Answer> restrict(
            Authentication login, @PathVariable String id, @RequestBody Because because) {
        MasterId person = person(login, id).master().id();
        return rulings.answer(
                stewardship.restrict(person, new Word(Caller.of(login).name(), Reason.of(because.reason()))), false);
    }

    /** Notes what a person asked for, so that the day by which it is to be answered is known. */
    @PostMapping("/api/v1/master-records/{id}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    RequestView request(Authentication login, @PathVariable String id, @RequestBody Asked asked) {
        PersonFile file = person(login, id);
        if (asked.kind() == null
                || asked.receivedOn() == null
                || asked.receivedOn().isAfter(LocalDate.now(VIET_NAM))) {
            throw ProblemException.badRequest(
                    "A request has a 'kind' (DISCLOSURE, CORRECTION, RESTRICTION or ERASURE) and 'receivedOn', no day to come.");
        }
        return RequestView.of(requests.note(
                Ids.records(file),
                asked.kind(),
                asked.receivedOn(),
                Caller.of(login).name()));
    }

    /** Says what is wrong about a person; the legacy systems are never written to. */
    @PostMapping("/api/v1/master-records/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    CorrectionView correct(Authentication login, @PathVariable String id, @RequestBody Correction correction) {
        PersonFile file = person(login, id);
        if (correction.words() == null || correction.words().isBlank()) {
            throw ProblemException.badRequest("A correction needs 'words'.");
        }
        return CorrectionView.of(notes.add(Ids.records(file), Caller.of(login).name(), Reason.of(correction.words())));
    }

    /** Keeps the records of a person from erasure. */
    @PostMapping("/api/v1/master-records/{id}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    HoldView hold(Authentication login, @PathVariable String id, @RequestBody Because because) {
        PersonFile file = person(login, id);
        return HoldView.of(holds.set(Ids.records(file), Caller.of(login).name(), Reason.of(because.reason())));
    }

    private PersonFile person(Authentication login, String id) {
        scope.requireEverySource(login);
        PersonFile file = Ids.standing(masterRecords, Ids.of(id));
        scope.requireCleared(
                login, file.master().members().stream().map(Member::key).toList());
        return file;
    }
}
