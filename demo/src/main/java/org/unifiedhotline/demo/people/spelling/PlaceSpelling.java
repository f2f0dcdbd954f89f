package org.unifiedhotline.demo.people.spelling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.places.AdminUnit;
import org.unifiedhotline.demo.people.places.Place;

/** Names of places with and without their type words, with old names kept by habit for a while after July 2025. */
final class PlaceSpelling {

    private static final List<String> TYPE_WORDS =
            List.of("Thành phố ", "Tỉnh ", "Thị xã ", "Thị trấn ", "Huyện ", "Quận ", "Phường ", "Xã ", "Đặc khu ");

    private PlaceSpelling() {}

    static WrittenPlace heard(Place place, LocalDate day, Chance chance) {
        AdminUnit unit = place.on(day);
        boolean oldHabit = !day.isBefore(Place.REFORM) && chance.happens(0.25);
        AdminUnit spoken = oldHabit ? place.on(Place.REFORM.minusDays(1)) : unit;
        return new WrittenPlace(
                chance.happens(0.84) ? unit.provinceCode() : null,
                part(spoken.province(), 0.86, chance),
                part(spoken.district(), 0.68, chance),
                part(spoken.commune(), 0.5, chance));
    }

    /** {@code Huyện Mê Linh} → {@code Mê Linh}; numbered wards keep no name but their number. */
    static String withoutTypeWord(String name) {
        for (String word : TYPE_WORDS) {
            if (name.startsWith(word)) {
                return name.substring(word.length());
            }
        }
        return name;
    }

    private static @Nullable String part(String name, double known, Chance chance) {
        if (name.isEmpty() || !chance.happens(known)) {
            return null;
        }
        return switch (chance.weighted(50, 44, 6)) {
            case 1 -> withoutTypeWord(name);
            case 2 -> shortened(name);
            default -> name;
        };
    }

    private static String shortened(String name) {
        return name.replace("Thành phố ", "TP ")
                .replace("Thị xã ", "TX ")
                .replace("Thị trấn ", "TT ")
                .replace("Huyện ", "H. ")
                .replace("Phường ", "P. ");
    }
}
