package org.unifiedhotline.mappings.canonical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place as written and as understood, before and since the reform of 1 July 2025.
 *
 * <p>Codes mean something only with their era, so that eras are kept apart: {@code 91} before is Kiên Giang, since it
 * is An Giang. A province that cannot be told is null.
 *
 * @param writtenProvince as written: a code (switchboard) or free text (hotline)
 * @param provinceBefore two-digit code valid before 1 July 2025, if it can be told
 * @param provinceSince two-digit code valid since 1 July 2025, if it can be told
 * @param districtBefore three-digit code of the district before the reform (abolished since), if it can be told
 * @param communesBefore five-digit codes of communes before, that the writing may mean
 * @param communesSince five-digit codes of communes since, that the writing may mean
 * @param foldedDistrict the district's name without its type word, folded (no marks), for comparison; null if none
 * @param foldedCommune likewise for the commune
 */
public record Place(
        @Nullable String writtenProvince,
        @Nullable String writtenDistrict,
        @Nullable String writtenCommune,
        @Nullable String writtenAddress,
        @Nullable String provinceBefore,
        @Nullable String provinceSince,
        @Nullable String districtBefore,
        List<String> communesBefore,
        List<String> communesSince,
        @Nullable String foldedDistrict,
        @Nullable String foldedCommune) {
    public Place {
        communesBefore = List.copyOf(communesBefore);
        communesSince = List.copyOf(communesSince);
    }
}
