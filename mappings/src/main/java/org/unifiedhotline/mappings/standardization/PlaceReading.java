package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.standardization.AdministrativeUnits.Unit;
import org.unifiedhotline.mappings.standardization.PlaceMatch.Level;

/**
 * One reading of a row's place, from the province down.
 *
 * <p>The province of today follows from a code or name whatever its date, for each that was kept took in its own old
 * area; which province of before is meant depends on the date, or on a district or commune that only one of them had.
 */
final class PlaceReading {
    private static final String FIELD = "home";

    private final Places places;
    private final WrittenBetween when;
    private final Flags flags;

    private @Nullable String provinceBefore;
    private @Nullable String provinceSince;
    private @Nullable String districtBefore;
    private final Set<String> communesBefore = new LinkedHashSet<>();
    private final Set<String> communesSince = new LinkedHashSet<>();

    PlaceReading(Places places, WrittenBetween when, Flags flags) {
        this.places = places;
        this.when = when;
        this.flags = flags;
    }

    Place read(
            @Nullable String province, @Nullable String district, @Nullable String commune, @Nullable String address) {
        PlaceText districtText = Places.text(readable(district));
        PlaceText communeText = Places.text(readable(commune));
        boolean open = readProvince(readable(province));
        boolean given = provinceSince != null;
        if (districtText != null) {
            readDistrict(districtText, communeText);
        }
        if (communeText != null) {
            readCommune(communeText);
        }
        if (!given && provinceSince != null) {
            flags.add(FIELD, "province-deduced");
        }
        if (open && districtBefore == null && communesBefore.isEmpty()) {
            flags.add(FIELD, "two-readings");
        }
        return new Place(
                province,
                district,
                commune,
                address,
                provinceBefore,
                provinceSince,
                districtBefore,
                List.copyOf(communesBefore),
                List.copyOf(communesSince),
                districtText == null ? null : shownName(Level.DISTRICT, districtText),
                communeText == null ? null : shownName(Level.COMMUNE, communeText));
    }

    /** The text, repaired where it shows that it was keyed in an old encoding. */
    private @Nullable String readable(@Nullable String written) {
        LegacyEncodings.Repaired repaired = written == null
                ? null
                : LegacyEncodings.repair(Folding.composed(written).strip());
        if (repaired == null) {
            return written;
        }
        flags.add(FIELD, repaired.code());
        return repaired.text();
    }

    /** Reads the province; true if the date leaves open which province of before is meant. */
    private boolean readProvince(@Nullable String written) {
        PlaceText text = Places.text(written);
        if (written == null || text == null) {
            return false;
        }
        Unit before = places.provinceBefore(written.strip());
        boolean byCode = before != null;
        if (before == null) {
            List<Unit> named = places.named(Level.PROVINCE, Era.BEFORE, text);
            before = named.isEmpty() ? null : named.getFirst();
        }
        if (before == null) {
            flags.add(FIELD, "province-not-understood");
            return false;
        }
        Unit since = before.others().getFirst();
        provinceSince = since.code();
        boolean sameWord =
                byCode ? since.code().equals(before.code()) : since.name().equals(before.name());
        boolean several = since.others().size() > 1;
        if (!sameWord || !several || when.before(Era.REFORM)) {
            provinceBefore = before.code();
            return false;
        }
        if (when.since(Era.REFORM)) {
            return false;
        }
        provinceBefore = before.code();
        return true;
    }

    private void readDistrict(PlaceText text, @Nullable PlaceText commune) {
        List<Unit> districts =
                closest(text, filter(places.named(Level.DISTRICT, Era.BEFORE, text), this::liesInProvince));
        if (districts.size() > 1 && commune != null) {
            List<Unit> communes = places.named(Level.COMMUNE, Era.BEFORE, commune);
            districts = filter(
                    districts,
                    district ->
                            communes.stream().anyMatch(unit -> district.code().equals(unit.district())));
        }
        if (districts.size() == 1) {
            Unit district = districts.getFirst();
            districtBefore = district.code();
            provinceBefore = district.province();
            provinceSince = places.provinceSince(district.province());
        } else {
            flags.add(FIELD, "district-not-understood");
            adoptProvince(districts, Era.BEFORE);
        }
    }

    /** The date decides which era's commune is meant; where it leaves both open, both are kept. */
    private void readCommune(PlaceText text) {
        boolean before = districtBefore != null || !when.since(Era.REFORM);
        boolean since = districtBefore == null && !when.before(Era.REFORM);
        boolean found = before && readCommune(text, Era.BEFORE);
        found |= since && readCommune(text, Era.SINCE);
        // People go on using abolished names, and a name may be told before its day: the other era is better than none.
        if (!found && !(before && since)) {
            found = readCommune(text, before ? Era.SINCE : Era.BEFORE);
        }
        if (!found) {
            flags.add(FIELD, "commune-not-understood");
        }
    }

    private boolean readCommune(PlaceText text, Era era) {
        List<Unit> communes = filter(places.named(Level.COMMUNE, era, text), this::liesHere);
        communes = closest(text, communes);
        if (communes.isEmpty() || (provinceSince == null && communes.size() > 1)) {
            return false;
        }
        for (Unit commune : communes) {
            (era == Era.BEFORE ? communesBefore : communesSince).add(commune.code());
            commune.others().forEach(other -> (era == Era.BEFORE ? communesSince : communesBefore).add(other.code()));
        }
        if (provinceSince == null || provinceBefore == null) {
            adoptProvince(communes, era);
        }
        return true;
    }

    private void adoptProvince(List<Unit> communes, Era era) {
        List<Unit> before = new ArrayList<>();
        communes.forEach(commune -> {
            if (era == Era.BEFORE) {
                before.add(commune);
            } else {
                before.addAll(commune.others());
            }
        });
        List<String> provinces = before.stream().map(Unit::province).distinct().toList();
        if (provinces.size() == 1) {
            provinceBefore = provinces.getFirst();
            provinceSince = places.provinceSince(provinces.getFirst());
        } else if (provinceSince == null && era == Era.SINCE) {
            provinceSince = communes.getFirst().province();
        }
    }

    private boolean liesInProvince(Unit unit) {
        if (provinceBefore != null && unit.era() == Era.BEFORE && !isOpen()) {
            return unit.province().equals(provinceBefore);
        }
        if (provinceSince == null) {
            return true;
        }
        return unit.era() == Era.SINCE
                ? unit.province().equals(provinceSince)
                : provinceSince.equals(places.provinceSince(unit.province()));
    }

    /** Whether the date leaves open which era a province's code or name was meant in. */
    private boolean isOpen() {
        return districtBefore == null && !when.before(Era.REFORM) && !when.since(Era.REFORM);
    }

    private boolean liesHere(Unit commune) {
        if (districtBefore != null && commune.era() == Era.BEFORE) {
            return districtBefore.equals(commune.district());
        }
        return liesInProvince(commune);
    }

    /** Of several, those with the very marks and of the very type that were written, if there are any such. */
    private static List<Unit> closest(PlaceText text, List<Unit> units) {
        List<Unit> marked = preferred(units, unit -> text.marked().equals(unit.marked()));
        String type = text.type();
        return type == null ? marked : preferred(marked, unit -> type.equals(unit.type()));
    }

    private static List<Unit> preferred(List<Unit> units, Predicate<Unit> wanted) {
        List<Unit> some = units.size() < 2 ? units : filter(units, wanted);
        return some.isEmpty() ? units : some;
    }

    private String shownName(Level level, PlaceText text) {
        String whole = text.whole();
        return whole != null && places.knowsWhole(level, text) ? whole : text.name();
    }

    private static List<Unit> filter(List<Unit> units, Predicate<Unit> wanted) {
        if (units.isEmpty()) {
            return units;
        }
        List<Unit> kept = new ArrayList<>(units.size());
        for (Unit unit : units) {
            if (wanted.test(unit)) {
                kept.add(unit);
            }
        }
        return kept;
    }
}
