package org.unifiedhotline.console.stewardship;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionFilter;
import org.unifiedhotline.masterrecords.stewardship.DecisionState;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Takes stewards' decisions about people, and takes them back. */
@RestController
class DecisionController {
    private static final int MOST = 500;

    private final Stewardship stewardship;
    private final Rulings rulings;
    private final CallerScope scope;
    private final Disclosures disclosures;

    DecisionController(Stewardship stewardship, Rulings rulings, CallerScope scope, Disclosures disclosures) {
        this.stewardship = stewardship;
        this.rulings = rulings;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /** The other person, and why the two are one. */
    record Merge(@Nullable String other, @Nullable String reason) {}

    /** The source records that are another person, and why. */
    record Split(
            @Nullable List<@Nullable Named> sourceRecords,
            @Nullable String reason) {}

    /** The source records that are another's, whose, and why. */
    record Move(
            @Nullable List<@Nullable Named> sourceRecords,
            @Nullable String to,
            @Nullable String reason) {}

    /** A source record by its name. */
    record Named(
            @Nullable String source,
            @Nullable String table,
            @Nullable String localId) {}

    /** The attribute, in the words of {@code survivorship.yaml}, the record whose value of it stands, and why. */
    record PinValue(
            @Nullable String attribute,
            @Nullable Named sourceRecord,
            @Nullable String reason) {}

    /** Why a decision does not hold. */
    record Undo(@Nullable String reason) {}

    @PostMapping("/api/v1/master-records/{id}/merge")
    ResponseEntity<Rulings.Answer> merge(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Merge merge) {
        MasterId one = masterId(id);
        MasterId other = masterId(merge.other());
        disclosures.people(one, other); // also when it is refused, or waits
        Word word = word(login, merge.reason());
        return decided(preview, () -> stewardship.merge(one, other, word));
    }

    @PostMapping("/api/v1/master-records/{id}/split")
    ResponseEntity<Rulings.Answer> split(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Split split) {
        MasterId whole = masterId(id);
        List<SourceRecordKey> records = keys(split.sourceRecords());
        disclosures.records(records);
        Word word = word(login, split.reason());
        return decided(preview, () -> stewardship.split(whole, records, word));
    }

    @PostMapping("/api/v1/master-records/{id}/move")
    ResponseEntity<Rulings.Answer> move(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Move move) {
        MasterId from = masterId(id);
        MasterId to = masterId(move.to());
        List<SourceRecordKey> records = keys(move.sourceRecords());
        disclosures.people(from, to);
        disclosures.records(records);
        Word word = word(login, move.reason());
        return decided(preview, () -> stewardship.move(from, records, to, word));
    }

    @PostMapping("/api/v1/master-records/{id}/pin")
    ResponseEntity<Rulings.Answer> pin(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody PinValue pin) {
        MasterId person = masterId(id);
        SourceRecordKey record = key(pin.sourceRecord());
        disclosures.records(List.of(record));
        Word word = word(login, pin.reason());
        Attribute attribute = attribute(pin.attribute());
        return decided(preview, () -> stewardship.pin(person, attribute, record, word));
    }

    private static Attribute attribute(@Nullable String code) {
        return Arrays.stream(Attribute.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "'attribute' is name, sex, birth, home, ethnic-group or nationality."));
    }

    @PostMapping("/api/v1/decisions/{id}/undo")
    ResponseEntity<Rulings.Answer> undo(
            Authentication login,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Undo undo) {
        Word word = word(login, undo.reason());
        stewardship.find(id).ifPresent(rulings::onRecord);
        stewardship.find(id).ifPresent(decision -> requireUnrestricted(login, decision));
        return decided(preview, () -> stewardship.undo(id, word));
    }

    @PostMapping("/api/v1/decisions/{id}/approve")
    ResponseEntity<Rulings.Answer> approve(
            Authentication login, @PathVariable long id, @RequestParam(defaultValue = "false") boolean preview) {
        scope.requireEverySource(login);
        String approver = Caller.of(login).name();
        stewardship.find(id).ifPresent(rulings::onRecord);
        return decided(preview, () -> stewardship.approve(id, approver));
    }

    @GetMapping("/api/v1/decisions/{id}")
    DecisionView one(Authentication login, @PathVariable long id) {
        scope.requireEverySource(login);
        Decision decision =
                stewardship.find(id).orElseThrow(() -> ProblemException.unknown("There is no decision with this id."));
        if (!stewardship.isClearedFor(Caller.of(login).name(), decision)) {
            throw rulings.problem(new Ruling.Refusal.BeyondClearance());
        }
        requireUnrestricted(login, decision);
        return rulings.view(decision);
    }

    private void requireUnrestricted(Authentication login, Decision decision) {
        if (!scope.readsRestricted(login) && stewardship.isAboutRestricted(decision)) {
            throw ProblemException.restricted(
                    "Processing of a person's data of whom this decision speaks is restricted.");
        }
    }

    /**
     * The latest first, without those about people whom the caller is not cleared for or who are restricted from them;
     * {@code before} is the id of the last one already known, {@code masterId} the person whose records they speak of.
     */
    @GetMapping("/api/v1/decisions")
    Decisions list(
            Authentication login,
            @RequestParam(required = false) @Nullable DecisionState state,
            @RequestParam(required = false) @Nullable String masterId,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size) {
        scope.requireEverySource(login);
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + ".");
        }
        DecisionFilter filter = new DecisionFilter(
                state,
                masterId == null ? null : masterId(masterId),
                Caller.of(login).name(),
                scope.readsRestricted(login));
        return new Decisions(rulings.views(stewardship.list(filter, before, size)));
    }

    /** Decisions, the latest first. */
    record Decisions(List<DecisionView> items) {}

    private ResponseEntity<Rulings.Answer> decided(boolean preview, Supplier<Ruling> decision) {
        return rulings.answer(preview ? stewardship.preview(decision) : decision.get(), preview);
    }

    private Word word(Authentication login, @Nullable String reason) {
        scope.requireEverySource(login);
        return new Word(Caller.of(login).name(), Reason.of(reason));
    }

    private static MasterId masterId(@Nullable String text) {
        try {
            if (text != null) {
                return MasterId.of(text);
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw ProblemException.badRequest("A master id is a UUID of 36 characters.");
    }

    private static List<SourceRecordKey> keys(@Nullable List<@Nullable Named> named) {
        return named == null
                ? List.of()
                : named.stream().map(DecisionController::key).toList();
    }

    private static SourceRecordKey key(@Nullable Named named) {
        if (named == null || named.source() == null || named.table() == null || named.localId() == null) {
            throw ProblemException.badRequest("A source record has 'source', 'table' and 'localId'.");
        }
        try {
            return SourceRecordKey.of(SourceSystem.of(named.source()), named.table(), named.localId());
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "A source record is named by its source (switchboard or hotline), its table"
                            + " as in the legacy schema and its primary key.");
        }
    }
}
