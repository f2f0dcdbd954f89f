package org.unifiedhotline.console.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;

/** Answers what a comparison of sources, hub and index found different: ids only. */
@RestController
class ReconciliationController {
    private static final int MOST = 500;

    private final Reconciliations reconciliations;
    private final CallerScope scope;

    ReconciliationController(Reconciliations reconciliations, CallerScope scope) {
        this.reconciliations = reconciliations;
        this.scope = scope;
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

    private List<Difference> known(Authentication login, List<Difference> found) {
        if (scope.isClearedForAll(login)) {
            return found;
        }
        Map<Difference, SourceRecordKey> records = new HashMap<>();
        found.stream()
                .filter(one -> one.subject().split("/", 3).length == 3)
                .forEach(one -> records.put(one, SourceKeys.parse(one.subject())));
        Set<SourceRecordKey> cleared = scope.cleared(login, records.values());
        return found.stream()
                .filter(one -> one.kind() == Difference.Kind.COUNT
                        || (records.containsKey(one) && cleared.contains(records.get(one))))
                .toList();
    }

    /**
     * A page of differences.
     *
     * @param nextCursor where the next page begins; null on the last page
     */
    record DifferencePage(List<Difference> items, @Nullable String nextCursor) {}
}
