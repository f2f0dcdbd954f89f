package org.unifiedhotline.console.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.desk.Reveals;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/**
 * Lets a caller read masked fields of one person plainly for a while; and with a reason see a person outside their scope or clearance,
 * which the auditor is told at once.
 */
@RestController
class RevealController {
    private final MasterRecords masterRecords;
    private final PersonPages pages;
    private final Reveals reveals;
    private final CallerScope scope;
    private final Disclosures disclosures;
    private final AuditTrail trail;
    private final Clock clock = Clock.systemUTC();

    RevealController(
            MasterRecords masterRecords,
            PersonPages pages,
            Reveals reveals,
            CallerScope scope,
            Disclosures disclosures,
            AuditTrail trail) {
        this.masterRecords = masterRecords;
        this.pages = pages;
        this.reveals = reveals;
        this.scope = scope;
        this.disclosures = disclosures;
        this.trail = trail;
    }

    /** What was revealed, and the person with it. */
    record Revealed(MasterId masterId, RevealedView revealed, MasterRecordView person) {}

    @PostMapping("/api/v1/master-records/{id}/reveal")
    ResponseEntity<Revealed> reveal(
            Authentication login,
            HttpServletRequest request,
            @PathVariable String id,
            @RequestBody RevealWish wish,
            @RequestHeader(name = "X-Purpose", required = false) @Nullable String header) {
        MasterId asked = id(id);
        Set<FieldKind> fields = wish.kinds();
        String purpose = wish.purposeOr(header);
        String reason = wish.why();
        disclosures.note("purpose", purpose);
        disclosures.note("reason", reason);
        disclosures.note("fields", new TreeSet<>(fields).toString());
        scope.requirePurpose(login, purpose, fields);
        return switch (masterRecords.find(asked)) {
            case MasterLookup.Found found -> {
                boolean glass = !isWithin(login, asked);
                if (glass) {
                    breakGlass(login, request, asked, purpose, reason);
                }
                yield ResponseEntity.ok(revealed(login, asked, fields, glass));
            }
            case MasterLookup.MergedInto merged
            when isWithin(login, merged.standing()) -> {
                disclosures.people(merged.standing());
                yield ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                        .location(URI.create("/api/v1/master-records/" + merged.standing() + "/reveal"))
                        .build();
            }
            case MasterLookup.Gone ignored
            when scope.of(login).isWhole() ->
                throw ProblemException.gone("No source record of this person stands any more.");
            case MasterLookup.MergedInto ignored -> throw unknown();
            case MasterLookup.Gone ignored -> throw unknown();
            case MasterLookup.Unknown ignored -> throw unknown();
        };
    }

    /** What was revealed is masked again from now on. */
    @DeleteMapping("/api/v1/master-records/{id}/reveal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Authentication login, @PathVariable String id) {
        reveals.end(Caller.of(login).name(), id(id));
    }

    private Revealed revealed(Authentication login, MasterId id, Set<FieldKind> fields, boolean glass) {
        scope.requireUnrestricted(login, id);
        Reveals.Reveal reveal = reveals.add(
                Caller.of(login).name(),
                id,
                fields,
                glass,
                glass ? scope.revealRules().forGlass() : scope.revealRules().forFields());
        PersonFile file = masterRecords.load(List.of(id), scope.of(login, id)).get(id);
        if (file == null) {
            throw unknown();
        }
        return new Revealed(id, RevealedView.of(reveal), pages.of(login, id, file));
    }

    /** Whether the person is within the caller's scope and clearance. */
    private boolean isWithin(Authentication login, MasterId id) {
        PersonFile whole = masterRecords.load(List.of(id)).get(id);
        return whole != null
                && (scope.of(login).isWhole() || isInScope(login, id))
                && scope.isClearedFor(
                        login,
                        whole.master().members().stream().map(Member::key).toList());
    }

    private boolean isInScope(Authentication login, MasterId id) {
        return masterRecords.load(List.of(id), scope.of(login)).containsKey(id);
    }

    /**
     * Tells the auditor before anything is shown, also where nothing is because the person is restricted.
     *
     * @throws ProblemException as for an id that never was, if the caller may not, gives no reason, or is not shown the restricted, and the
     *     person is outside their scope; 403 if the person is only beyond their clearance
     */
    private void breakGlass(
            Authentication login, HttpServletRequest request, MasterId id, String purpose, String reason) {
        if (!scope.mayBreakGlass(login) || reason.isEmpty()) {
            disclosures.hidden();
            if (isInScope(login, id)) {
                throw ProblemException.outOfScope(
                        "This is about somebody whom you are not cleared for; to see them all the same needs a 'reason'.");
            }
            throw unknown();
        }
        disclosures.note("breakGlass", "true");
        boolean refused = !scope.restrictedFrom(login, List.of(id)).isEmpty();
        Caller caller = Caller.of(login);
        trail.record(new AuditEvent(
                clock.instant(),
                caller.name(),
                List.copyOf(caller.roles()),
                request.getRemoteAddr(),
                AuditKind.ALERT,
                AuditEvent.GLASS_BROKEN,
                0,
                refused,
                List.of(id),
                Map.of("purpose", purpose, "reason", reason)));
        if (refused && !isInScope(login, id)) {
            disclosures.hidden();
            throw unknown();
        }
        scope.requireUnrestricted(login, id);
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("No master record ever had this id.");
    }

    private static MasterId id(String text) {
        try {
            return MasterId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("A master id is a UUID of 36 characters.");
        }
    }
}
