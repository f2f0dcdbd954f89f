package org.unifiedhotline.masterrecords.rights;

import java.time.Instant;
import java.util.Collection;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.unifiedhotline.masterrecords.records.MasterId;

/** What people typed when they looked for somebody, as the audit trail holds it. */
public interface TypedTerms {
    /**
     * Forgets the terms of entries that tell of somebody, and notes that it was ordered; the entries stand.
     *
     * @param tells whether a term tells of the person
     * @param masters all that the person ever was: whatever was typed in deciding about them or in revealing them goes too
     * @param held whether a master record was then of another as well, of whom a hold keeps something: what was typed about them then stays
     * @param order why: names no person
     * @return how many entries
     */
    int forget(
            Predicate<String> tells, Collection<MasterId> masters, BiPredicate<MasterId, Instant> held, String order);

    /** Where there is no trail. */
    TypedTerms NONE = (tells, masters, held, order) -> 0;
}
