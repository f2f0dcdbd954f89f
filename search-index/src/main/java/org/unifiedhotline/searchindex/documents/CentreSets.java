package org.unifiedhotline.searchindex.documents;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.Centre;

/**
 * The sets of centres that a reader may be narrowed to: what of a source record is known to readers of each of them stands under its
 * name, so that a search by such a reader asks one field as any other reader does. Whose centre the source does not tell is
 * known to readers of every centre only.
 */
public final class CentreSets {
    private static final List<Centre> CENTRES = Stream.of(Centre.values())
            .filter(centre -> centre != Centre.UNKNOWN)
            .toList();
    private static final Map<String, Set<Centre>> ALL = named();

    private CentreSets() {}

    /** The name of a set: its centres in their order. */
    public static String name(Collection<Centre> centres) {
        return CENTRES.stream().filter(centres::contains).map(Enum::name).collect(Collectors.joining("_"));
    }

    /** All but the empty one, by their names. */
    static Map<String, Set<Centre>> all() {
        return ALL;
    }

    private static Map<String, Set<Centre>> named() {
        Map<String, Set<Centre>> all = new LinkedHashMap<>();
        for (int bits = 1; bits < 1 << CENTRES.size(); bits++) {
            Set<Centre> some = EnumSet.noneOf(Centre.class);
            for (Centre centre : CENTRES) {
                if ((bits & 1 << CENTRES.indexOf(centre)) != 0) {
                    some.add(centre);
                }
            }
            all.put(name(some), Collections.unmodifiableSet(some));
        }
        return Collections.unmodifiableMap(all);
    }
}
