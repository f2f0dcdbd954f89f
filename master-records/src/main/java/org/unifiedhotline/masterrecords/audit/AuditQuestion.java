package org.unifiedhotline.masterrecords.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Which entries of the trail somebody wants to see; null asks for no such thing.
 *
 * @param from the earliest time, itself included
 * @param to the end of the time, itself not included
 * @param kinds empty for all
 * @param master a master record that entries name
 * @param address from which a call came
 * @param call part of a call, as {@code roles.yaml} writes it; capitals do not matter
 * @param typed words that stand in what was typed, in any order; neither capitals nor marks matter. What was typed is sealed and has
 *     no index: each entry that all else is true of is opened, so a time must be told
 * @param exceptCall a call whose entries are left out, as {@code roles.yaml} writes it, unless they were refused
 * @param after only numbers above this, the oldest first
 * @param before only numbers below this
 * @param newestFirst the order
 * @param limit how many at most
 */
public record AuditQuestion(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String account,
        Set<AuditKind> kinds,
        @Nullable MasterId master,
        boolean refusedOnly,
        @Nullable String address,
        @Nullable String call,
        @Nullable String typed,
        @Nullable String exceptCall,
        @Nullable Long after,
        @Nullable Long before,
        boolean newestFirst,
        long limit) {
    public AuditQuestion {
        kinds = Set.copyOf(kinds);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more");
        }
        if (typed != null && from == null) {
            throw new IllegalArgumentException("what was typed is looked for within a time");
        }
    }
}
