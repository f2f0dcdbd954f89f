package org.unifiedhotline.demo.people.spelling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.spelling.WrittenName.Extent;

/** What becomes of a true name between the ear and the keyboard, before the keyboard's own marks. */
final class NameSpelling {

    private NameSpelling() {}

    /** The name as understood: whole, without middle names, in the wrong order, or the given name alone. */
    static WrittenName heard(PersonName name, Chance chance) {
        int kind = chance.weighted(900, 40, 25, 35);
        return switch (kind) {
            case 1 -> full(name.withoutMiddle().words());
            case 2 -> full(wrongOrder(name.words(), chance));
            case 3 -> new WrittenName(name.given(), Extent.GIVEN_NAME_ONLY);
            default -> full(name.words());
        };
    }

    /** Small faults of a marked text: a tone lost, a tone on the other vowel, a slip, blanks too many. */
    static String faulty(String text, Chance chance) {
        String written = text;
        if (chance.happens(0.05)) {
            written = Marks.oneToneMissing(written, chance);
        } else if (chance.happens(0.3)) {
            written = Marks.otherTonePlace(written);
        }
        if (chance.happens(0.035)) {
            written = Slips.slip(written, chance);
        }
        return chance.happens(0.01) ? written.replace(" ", "  ") + " " : written;
    }

    /** How one speaks of a person of that age: {@code bé}, {@code em}, {@code chị}, {@code anh}, {@code bà}, {@code ông}. */
    static String title(Sex sex, int age) {
        if (age < 12) {
            return "bé";
        }
        if (age < 18) {
            return "em";
        }
        boolean man = sex == Sex.MALE;
        return age < 55 ? (man ? "anh" : "chị") : man ? "ông" : "bà";
    }

    /** The given name first, or given and family names exchanged. */
    private static List<String> wrongOrder(List<String> words, Chance chance) {
        List<String> other = new ArrayList<>(words);
        if (chance.happens(0.6)) {
            Collections.rotate(other, 1);
        } else {
            Collections.swap(other, 0, other.size() - 1);
        }
        return other;
    }

    /** A single word is a given name however it came about. */
    private static WrittenName full(List<String> words) {
        return new WrittenName(String.join(" ", words), words.size() > 1 ? Extent.FULL : Extent.GIVEN_NAME_ONLY);
    }
}
