package org.unifiedhotline.masterrecords.typed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.PlaceMatch;
import org.unifiedhotline.mappings.standardization.PlaceMatch.Level;
import org.unifiedhotline.mappings.standardization.Places;

/** Which of today's 34 provinces a written one is: figures over years can only be counted by these. */
final class ProvinceOfToday {
    private ProvinceOfToday() {}

    /** By a code that was written on a day, since codes were reused; null if it was no province then. */
    static @Nullable String coded(@Nullable String code, LocalDate written) {
        if (code == null) {
            return null;
        }
        if (written.isBefore(Era.REFORM)) {
            return Places.standard().provinceSince(code);
        }
        return Places.standard().provinceName(Era.SINCE, code) == null ? null : code;
    }

    /**
     * By name, of whichever time: a name that was kept stands for a province of today that holds the former one. Null if no
     * province is called so.
     */
    static @Nullable String named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Places.standard().find(name).stream()
                .filter(match -> match.level() == Level.PROVINCE)
                .sorted((one, other) -> other.era().compareTo(one.era()))
                .map(ProvinceOfToday::today)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String today(PlaceMatch match) {
        return match.era() == Era.SINCE ? match.code() : Places.standard().provinceSince(match.code());
    }
}
