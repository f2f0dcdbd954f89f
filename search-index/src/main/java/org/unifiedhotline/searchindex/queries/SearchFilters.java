package org.unifiedhotline.searchindex.queries;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * The filters beside the box. An empty set or null filters nothing; several values of one filter mean any of them;
 * several filters must all hold, each by some source record in scope.
 *
 * @param provinces two-digit codes valid since 1 July 2025
 * @param bornFrom earliest year of birth; people whose span reaches into the range are kept
 * @param bornTo latest year of birth, not before {@code bornFrom}
 * @param openReferral true: has a referral without an outcome yet; false: has none
 * @param returned true: has a recorded return; false: has none
 * @param caseKinds as in {@code CaseRecord.kinds} of the switchboard
 * @param exploitation as in {@code CaseRecord.kinds} of the hotline
 */
public record SearchFilters(
        Set<SourceSystem> sources,
        Set<PersonRole> roles,
        Set<Centre> centres,
        Set<String> provinces,
        Set<Sex> sexes,
        @Nullable Integer bornFrom,
        @Nullable Integer bornTo,
        @Nullable Boolean openReferral,
        @Nullable Boolean returned,
        Set<String> caseKinds,
        Set<String> exploitation,
        Set<Channel> channels) {
    private static final SearchFilters NONE = new SearchFilters(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, Set.of(), Set.of(), Set.of());

    public SearchFilters {
        sources = Set.copyOf(sources);
        roles = Set.copyOf(roles);
        centres = Set.copyOf(centres);
        provinces = Set.copyOf(provinces);
        sexes = Set.copyOf(sexes);
        caseKinds = Set.copyOf(caseKinds);
        exploitation = Set.copyOf(exploitation);
        channels = Set.copyOf(channels);
        if (bornFrom != null && bornTo != null && bornTo < bornFrom) {
            throw new IllegalArgumentException("the latest year of birth does not come before the earliest");
        }
    }

    /** No filter at all. */
    public static SearchFilters none() {
        return NONE;
    }
}
