package org.unifiedhotline.console.pipeline;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;

/** Answers what a comparison of sources, hub and index found different: ids only. */
@RestController
class ReconciliationController {
    private static final int MOST = 500;
    private static final Pattern MASTER_ID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

    private final Reconciliations reconciliations;
    private final CallerScope scope;
    private final Disclosures disclosures;

    ReconciliationController(Reconciliations reconciliations, CallerScope scope, Disclosures disclosures) {
        this.reconciliations = reconciliations;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /**
     * The differences of a comparison in the order in which they were found; the first thousand are kept. Whoever is not cleared for
     * everybody is told of source records of people whom they are cleared for, of counts, and of no master records.
     */
    @GetMapping("/api/v1/reconciliations/{id}/differences")
    DifferencePage differences(
            Authentication login,
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0") int cursor) {
        if (size < 1 || size > MOST || cursor < 0) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + "; 'cursor' is one given before");
        }
        scope.requireEverySource(login);
        List<Difference> found = reconciliations.differences(id, cursor, size + 1);
        boolean more = found.size() > size;
        return new DifferencePage(
                known(login, more ? found.subList(0, size) : found), more ? Integer.toString(cursor + size) : null);
    }

    /** What the reader may know of the differences; on record is whom they are about. */
    private List<Difference> known(Authentication login, List<Difference> found) {
        Map<Difference, SourceRecordKey> records = new HashMap<>();
        Map<Difference, Set<MasterId>> people = new HashMap<>();
        for (Difference one : found) {
            if (one.subject().split("/", 3).length == 3) {
                records.put(one, SourceKeys.parse(one.subject()));
            }
            people.put(one, peopleIn(one));
        }
        Set<SourceRecordKey> cleared = new HashSet<>(scope.cleared(login, records.values()));
        cleared.removeAll(scope.restrictedFrom(login));
        boolean all = scope.isClearedForAll(login);
        Set<MasterId> restricted = scope.restrictedFrom(
                login, people.values().stream().flatMap(Set::stream).toList());
        List<Difference> known = found.stream()
                .filter(one -> one.kind() == Difference.Kind.COUNT
                        || (records.containsKey(one) ? cleared.contains(records.get(one)) : all))
                .filter(one -> Collections.disjoint(people.getOrDefault(one, Set.of()), restricted))
                .toList();
        known.forEach(one -> disclosures.people(people.getOrDefault(one, Set.of())));
        disclosures.records(
                known.stream().map(records::get).filter(Objects::nonNull).toList());
        return known;
    }

    private static Set<MasterId> peopleIn(Difference one) {
        return MASTER_ID
                .matcher(one.subject() + " " + one.detail())
                .results()
                .map(found -> MasterId.of(found.group()))
                .collect(Collectors.toSet());
    }

    /**
     * A page of differences.
     *
     * @param nextCursor where the next page begins; null on the last page
     */
    record DifferencePage(List<Difference> items, @Nullable String nextCursor) {}
}
