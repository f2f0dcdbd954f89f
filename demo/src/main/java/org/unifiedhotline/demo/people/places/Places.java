package org.unifiedhotline.demo.people.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.unifiedhotline.demo.people.chance.Chance;

/**
 * Every commune of the country before the reform with the one it became (a split commune stands once for each part), read
 * once from a resource. Immutable and safe for threads.
 */
public final class Places {

    private static final String RESOURCE = "/org/unifiedhotline/demo/people/admin-units-2025.csv.gz";

    /** Cities whose communes hold several times the people of a rural commune. */
    private static final Map<String, Integer> CROWDED = Map.of("01", 2, "79", 5, "74", 5, "75", 3, "48", 3, "31", 2);

    private final Map<String, List<Place>> byProvince = new TreeMap<>();
    private final List<Place> byPopulation = new ArrayList<>();

    private Places() {
        for (Place place : read()) {
            String province = place.before().provinceCode();
            byProvince.computeIfAbsent(province, code -> new ArrayList<>()).add(place);
            for (int i = 0; i < CROWDED.getOrDefault(province, 1); i++) {
                byPopulation.add(place);
            }
        }
    }

    /** Reads the table; takes some tens of milliseconds. */
    public static Places load() {
        return new Places();
    }

    /** A place anywhere, more likely where more people live. */
    public Place anywhere(Chance chance) {
        return chance.oneOf(byPopulation);
    }

    /** A place in a province given by its GSO code before July 2025. */
    public Place in(String oldProvinceCode, Chance chance) {
        List<Place> places = byProvince.get(oldProvinceCode);
        if (places == null) {
            throw new IllegalArgumentException("no province had the code " + oldProvinceCode + " before July 2025");
        }
        return chance.oneOf(places);
    }

    /** One place of each of the 63 provinces before July 2025, ordered by code. */
    public List<Place> provinces() {
        return byProvince.values().stream().map(List::getFirst).toList();
    }

    private static List<Place> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(Places.class.getResourceAsStream(RESOURCE), RESOURCE)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("old_"))
                    .map(line -> place(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static Place place(String[] column) {
        AdminUnit before = new AdminUnit(column[0], column[1], column[3], column[5]);
        return new Place(before, new AdminUnit(column[6], column[7], "", column[9]));
    }
}
