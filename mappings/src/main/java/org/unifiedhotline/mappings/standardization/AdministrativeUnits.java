package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.standardization.PlaceMatch.Level;

/** Provinces, districts and communes before and since the reform, by code and by name; built once from the tables. */
final class AdministrativeUnits {

    /** A unit; known by identity, for units of the two eras name each other. */
    static final class Unit {
        private final PlaceMatch match;
        private final @Nullable String type;
        private final String marked;
        private final @Nullable String district;
        private final List<Unit> others = new ArrayList<>(1);

        private Unit(PlaceMatch match, PlaceText text, @Nullable String district) {
            this.match = match;
            this.type = text.type();
            this.marked = text.marked();
            this.district = district;
        }

        PlaceMatch match() {
            return match;
        }

        Era era() {
            return match.era();
        }

        String code() {
            return match.code();
        }

        String name() {
            return match.name();
        }

        String province() {
            return match.province();
        }

        /** The type word, folded. */
        @Nullable
        String type() {
            return type;
        }

        /** The name with its marks, without type word: tells Thanh Trì from Thạnh Trị. */
        String marked() {
            return marked;
        }

        /** Code of the district a commune lies in; null for others and since the reform. */
        @Nullable
        String district() {
            return district;
        }

        /** A commune's or province's counterparts in the other era; at least one for provinces. */
        List<Unit> others() {
            return others;
        }
    }

    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();

    AdministrativeUnits() {
        for (String[] row : ReferenceTable.rows("provinces-63-to-34.csv", true)) {
            Unit before = unit(Level.PROVINCE, Era.BEFORE, row[0], row[1], row[0], null);
            connect(before, unit(Level.PROVINCE, Era.SINCE, row[2], row[3], row[2], null));
        }
        for (String[] row : ReferenceTable.rows("admin-units-2025.csv", true)) {
            unit(Level.DISTRICT, Era.BEFORE, row[2], row[3], row[0], null);
            Unit since = unit(Level.COMMUNE, Era.SINCE, row[8], row[9], row[6], null);
            // Five island districts had no communes: the district itself stands in.
            if (!row[4].isEmpty()) {
                connect(unit(Level.COMMUNE, Era.BEFORE, row[4], row[5], row[0], row[2]), since);
            }
        }
        addProvinceAliases();
    }

    private void addProvinceAliases() {
        String[] aliases = {
            "79 hcm",
            "79 hcmc",
            "79 saigon",
            "79 sg",
            "79 tphcm",
            "01 hn",
            "46 thuathienhue",
            "46 tthue",
            "66 daclac",
            "66 daclak",
            "66 dakalc",
            "67 dacnong",
            "06 baccan",
            "77 brvt",
            "77 vungtau"
        };
        for (String alias : aliases) {
            String code = alias.substring(0, 2);
            for (Era era : Era.values()) {
                Unit unit = get(Level.PROVINCE, era, code);
                if (unit != null && !(era == Era.SINCE && get(Level.PROVINCE, Era.BEFORE, code) == null)) {
                    byName.computeIfAbsent(nameKey(Level.PROVINCE, era, alias.substring(3)), key -> new ArrayList<>())
                            .add(unit);
                }
            }
        }
    }

    private Unit unit(Level level, Era era, String code, String name, String province, @Nullable String district) {
        String key = codeKey(level, era, code);
        Unit known = byCode.get(key);
        if (known != null) {
            return known;
        }
        PlaceText text = PlaceText.of(name);
        Unit unit = new Unit(new PlaceMatch(level, era, code, name, province), text, district);
        byCode.put(key, unit);
        byName.computeIfAbsent(nameKey(level, era, PlaceText.key(text.name())), ignored -> new ArrayList<>(1))
                .add(unit);
        return unit;
    }

    private static void connect(Unit before, Unit since) {
        if (!before.others.contains(since)) {
            before.others.add(since);
            since.others.add(before);
        }
    }

    @Nullable
    Unit get(Level level, Era era, String code) {
        return byCode.get(codeKey(level, era, code));
    }

    /** The units of a level that a key of {@link PlaceText#key} names; empty if none. */
    List<Unit> named(Level level, Era era, String key) {
        return byName.getOrDefault(nameKey(level, era, key), List.of());
    }

    private static String codeKey(Level level, Era era, String code) {
        return prefix(level, era) + code;
    }

    private static String nameKey(Level level, Era era, String key) {
        return prefix(level, era) + key;
    }

    private static String prefix(Level level, Era era) {
        return switch (level) {
            case PROVINCE -> era == Era.BEFORE ? "P" : "p";
            case DISTRICT -> "D";
            case COMMUNE -> era == Era.BEFORE ? "C" : "c";
        };
    }
}
