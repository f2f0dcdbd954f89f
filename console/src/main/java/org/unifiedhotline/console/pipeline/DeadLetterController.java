package org.unifiedhotline.console.pipeline;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.ingest.DeadLetter;
import org.unifiedhotline.masterrecords.ingest.DeadLetters;

/** Answers what could not be processed, and tries again. The rows themselves are not shown: they hold data of people. */
@RestController
class DeadLetterController {
    private static final int MOST = 500;
    /** So many are tried again by one call: it answers before anybody gives up waiting. */
    private static final int PORTION = 100;

    private final DeadLetters letters;
    private final CallerScope scope;
    private final Disclosures disclosures;

    DeadLetterController(DeadLetters letters, CallerScope scope, Disclosures disclosures) {
        this.letters = letters;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    @GetMapping("/api/v1/dead-letters")
    DeadLetterPage list(
            Authentication login,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0") int cursor) {
        if (size < 1 || size > MOST || cursor < 0) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + "; 'cursor' is one given before");
        }
        scope.requireEverySource(login);
        DeadLetter.State asked = state(state);
        List<DeadLetter> page = letters.list(asked, cursor, size);
        Set<SourceRecordKey> known = new HashSet<>(
                scope.cleared(login, page.stream().map(DeadLetter::key).toList()));
        known.removeAll(scope.restrictedFrom(login));
        disclosures.records(known);
        List<DeadLetterView> items = page.stream()
                .filter(letter -> known.contains(letter.key()))
                .map(DeadLetterView::of)
                .toList();
        long total = letters.count(asked);
        int next = cursor + page.size();
        return new DeadLetterPage(items, total, next < total && !page.isEmpty() ? Integer.toString(next) : null);
    }

    @PostMapping("/api/v1/dead-letters/{id}/replay")
    DeadLetterView replay(Authentication login, @PathVariable long id) {
        scope.requireEverySource(login);
        known(login, List.of(id), false);
        return letters.replay(id)
                .map(DeadLetterView::of)
                .orElseThrow(() -> ProblemException.unknown("There is no dead letter with this id."));
    }

    /**
     * Tries several again, or all that are open, portion by portion: the answer says where the next begins. Of all, only those of people whom
     * the caller is cleared for.
     */
    @PostMapping("/api/v1/dead-letters/replay")
    ReplayView replayMany(Authentication login, @RequestBody ReplayRequest request) {
        scope.requireEverySource(login);
        List<Long> ids = request.ids();
        boolean all = ids == null;
        if (all == (request.after() == null) || (ids != null && (ids.isEmpty() || ids.size() > PORTION))) {
            throw ProblemException.badRequest("Give 'ids', 1 to " + PORTION
                    + " of them; or, for all open ones, 'after': 0 first, then what the answer before said.");
        }
        List<Long> portion = ids == null ? letters.openAfter(Objects.requireNonNull(request.after()), PORTION) : ids;
        List<Long> tried = known(login, portion, all);
        long settled = letters.replay(tried).stream()
                .filter(letter -> letter.state() == DeadLetter.State.SETTLED)
                .count();
        boolean more = all && portion.size() == PORTION;
        return new ReplayView(
                tried.size(), settled, letters.count(DeadLetter.State.OPEN), more ? portion.getLast() : null);
    }

    /** Those of whom the caller is cleared for; whoever names others is refused. */
    private List<Long> known(Authentication login, List<Long> ids, boolean silently) {
        Map<Long, SourceRecordKey> keys = new LinkedHashMap<>();
        ids.forEach(id -> letters.find(id).ifPresent(letter -> keys.put(id, letter.key())));
        disclosures.records(keys.values());
        Set<SourceRecordKey> cleared = scope.cleared(login, keys.values());
        if (!silently && !cleared.containsAll(keys.values())) {
            scope.requireClearedForAll(login);
        }
        return keys.entrySet().stream()
                .filter(letter -> cleared.contains(letter.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static DeadLetter.State state(String text) {
        return switch (text) {
            case "OPEN" -> DeadLetter.State.OPEN;
            case "SETTLED" -> DeadLetter.State.SETTLED;
            default -> throw ProblemException.badRequest("'state' is OPEN or SETTLED");
        };
    }

    /**
     * A page of dead letters, the latest first: those of people whom the reader is cleared for.
     *
     * @param total of all, whomever they are about
     * @param nextCursor where the next page begins; null on the last page
     */
    record DeadLetterPage(
            List<DeadLetterView> items,
            long total,
            @Nullable String nextCursor) {}

    /**
     * Which letters to try again: these, or all that are open.
     *
     * @param after where to begin when all are tried
     */
    record ReplayRequest(@Nullable List<Long> ids, @Nullable Long after) {}

    /**
     * What came of it.
     *
     * @param tried how many were tried, those settled before included
     * @param settled how many of them are settled now
     * @param open how many letters are open now, of all
     * @param next where the next portion begins; null if this was the last
     */
    record ReplayView(
            int tried, long settled, long open, @Nullable Long next) {}

    /** A dead letter without its row. */
    record DeadLetterView(
            long id,
            String source,
            String table,
            String localId,
            DeadLetter.State state,
            String reason,
            Instant firstAt,
            Instant lastAt,
            int tries,
            @Nullable Instant settledAt) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.id(),
                    letter.key().system().code(),
                    letter.key().table().name(),
                    letter.key().localId(),
                    letter.state(),
                    letter.reason(),
                    letter.firstAt(),
                    letter.lastAt(),
                    letter.tries(),
                    letter.settledAt());
        }
    }
}
