package org.unifiedhotline.console.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;

/** Answers what a comparison of sources, hub and index found different: ids only. */
@RestController
class ReconciliationController {
    private static final int MOST = 500;

    private final Reconciliations reconciliations;

    ReconciliationController(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** The differences of a comparison in the order in which they were found; the first thousand are kept. */
    @GetMapping("/api/v1/reconciliations/{id}/differences")
    DifferencePage differences(
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0") int cursor) {
        if (size < 1 || size > MOST || cursor < 0) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST + "; 'cursor' is one given before");
        }
        List<Difference> found = reconciliations.differences(id, cursor, size + 1);
        boolean more = found.size() > size;
        return new DifferencePage(more ? found.subList(0, size) : found, more ? Integer.toString(cursor + size) : null);
    }

    /**
     * A page of differences.
     *
     * @param nextCursor where the next page begins; null on the last page
     */
    record DifferencePage(List<Difference> items, @Nullable String nextCursor) {}
}
