package org.unifiedhotline.searchindex.documents;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Places;

/** The names a home can be found by: province, district and commune, before the reform and since. */
final class PlaceValues {
    private static final Places PLACES = Places.standard();

    private PlaceValues() {}

    static List<String> names(@Nullable Place place) {
        if (place == null) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        if (place.provinceBefore() != null) {
            add(names, PLACES.provinceName(Era.BEFORE, place.provinceBefore()));
        }
        if (place.provinceSince() != null) {
            add(names, PLACES.provinceName(Era.SINCE, place.provinceSince()));
        }
        if (place.districtBefore() != null) {
            add(names, PLACES.districtName(place.districtBefore()));
        }
        place.communesBefore().forEach(code -> add(names, PLACES.communeName(Era.BEFORE, code)));
        place.communesSince().forEach(code -> add(names, PLACES.communeName(Era.SINCE, code)));
        add(names, isCode(place.writtenProvince()) ? null : place.writtenProvince());
        add(names, place.foldedDistrict());
        add(names, place.foldedCommune());
        return List.copyOf(names);
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            String folded = PlaceNames.withoutType(name);
            if (!folded.isEmpty()) {
                names.add(folded);
            }
        }
    }

    /** The province as written; a code by the name it had. */
    static @Nullable String shownProvince(Place place) {
        if (!isCode(place.writtenProvince())) {
            return place.writtenProvince();
        }
        if (place.provinceBefore() != null) {
            return PLACES.provinceName(Era.BEFORE, place.provinceBefore());
        }
        return place.provinceSince() == null ? null : PLACES.provinceName(Era.SINCE, place.provinceSince());
    }

    private static boolean isCode(@Nullable String written) {
        return written != null && written.strip().matches("[0-9]{1,2}");
    }
}
