package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.standardization.AdministrativeUnits.Unit;
import org.unifiedhotline.mappings.standardization.PlaceMatch.Level;

/**
 * Knows the provinces, districts and communes of Vietnam before and since 1 July 2025 and standardizes what was written
 * of them. Immutable; safe for use by many threads.
 */
public final class Places {
    private static final Places STANDARD = new Places(new AdministrativeUnits());

    private final AdministrativeUnits units;

    private Places(AdministrativeUnits units) {
        this.units = units;
    }

    /** The places by the reference tables that are shipped. */
    public static Places standard() {
        return STANDARD;
    }

    /**
     * Every place of any level and era that a text names, with its type word or without, with marks or without; empty
     * if none. Provinces come first, then districts, then communes.
     */
    public List<PlaceMatch> find(String text) {
        PlaceText name = PlaceText.of(text);
        List<PlaceMatch> matches = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Era era : Era.values()) {
                if (level != Level.DISTRICT || era == Era.BEFORE) {
                    named(level, era, name).forEach(unit -> matches.add(unit.match()));
                }
            }
        }
        return matches;
    }

    /** The official name of a province by its two-digit code in an era; null if there was none. */
    public @Nullable String provinceName(Era era, String code) {
        return name(units.get(Level.PROVINCE, era, code));
    }

    /** The official name of a district, before the reform, by its three-digit code; null if there was none. */
    public @Nullable String districtName(String code) {
        return name(units.get(Level.DISTRICT, Era.BEFORE, code));
    }

    /** The official name of a commune by its five-digit code in an era; null if there was none. */
    public @Nullable String communeName(Era era, String code) {
        return name(units.get(Level.COMMUNE, era, code));
    }

    /** The province, since the reform, that a province of before went into; null if the code is not known. */
    public @Nullable String provinceSince(String codeBefore) {
        Unit before = units.get(Level.PROVINCE, Era.BEFORE, codeBefore);
        return before == null ? null : before.others().getFirst().code();
    }

    /** The provinces of before that a province of today was made of; empty if the code is not known. */
    public List<String> provincesBefore(String codeSince) {
        Unit since = units.get(Level.PROVINCE, Era.SINCE, codeSince);
        return since == null ? List.of() : codes(since.others());
    }

    /**
     * The place that a row's fields tell of; null if they are all empty.
     *
     * @param province a two-digit code, read by its date, or free text
     */
    public @Nullable Place of(
            @Nullable String province,
            @Nullable String district,
            @Nullable String commune,
            @Nullable String address,
            WrittenBetween when,
            Flags flags) {
        if (isEmpty(province) && isEmpty(district) && isEmpty(commune) && isEmpty(address)) {
            return null;
        }
        return new PlaceReading(this, when, flags).read(province, district, commune, address);
    }

    /** The units that a name may mean: as a whole if that is known, else without its type word. */
    List<Unit> named(Level level, Era era, PlaceText text) {
        if (text.whole() != null) {
            List<Unit> whole = units.named(level, era, PlaceText.key(text.whole()));
            if (!whole.isEmpty()) {
                return whole;
            }
        }
        return units.named(level, era, PlaceText.key(text.name()));
    }

    @Nullable
    Unit provinceBefore(String code) {
        return units.get(Level.PROVINCE, Era.BEFORE, code);
    }

    /** Whether a unit is named so with what looks like a type word before it. */
    boolean knowsWhole(Level level, PlaceText text) {
        if (text.whole() == null) {
            return false;
        }
        String key = PlaceText.key(text.whole());
        return !units.named(level, Era.BEFORE, key).isEmpty()
                || !units.named(level, Era.SINCE, key).isEmpty();
    }

    static List<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).distinct().toList();
    }

    private static @Nullable String name(@Nullable Unit unit) {
        return unit == null ? null : unit.name();
    }

    private static boolean isEmpty(@Nullable String text) {
        return NotGiven.isEmpty(text);
    }

    static @Nullable PlaceText text(@Nullable String written) {
        return written == null || isEmpty(written) ? null : PlaceText.of(written);
    }
}
