package org.unifiedhotline.demo.people.spelling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.spelling.WrittenName.Extent;
import org.unifiedhotline.demo.people.telephones.Line;

/**
 * Whoever typed one row on one day: mostly one keyboard for the whole row, with faults of the ear and the fingers as
 * frequent as the notes on the legacy data say. Not thread-safe, as its chance is not.
 */
public final class Clerk {

    private final LocalDate day;
    private final Chance chance;
    private final Keyboard keyboard;

    private Clerk(LocalDate day, Chance chance, Keyboard keyboard) {
        this.day = day;
        this.chance = chance;
        this.keyboard = keyboard;
    }

    /** Somebody who typed on that day. */
    public static Clerk on(LocalDate day, Chance chance) {
        return new Clerk(day, chance, Keyboard.on(day, chance));
    }

    /** A whole name in one field. */
    public WrittenName wholeName(PersonName name, Sex sex, int age) {
        WrittenName heard = NameSpelling.heard(name, chance);
        String words = NameSpelling.faulty(heard.text() == null ? name.full() : heard.text(), chance);
        String title = chance.happens(0.035) ? NameSpelling.title(sex, age) + " " : "";
        return new WrittenName(type(title + words), heard.extent());
    }

    /** A name split at its first word: rightly mostly; all in one field, or after the second word, now and then. */
    public SplitName splitName(PersonName name, Sex sex, int age) {
        WrittenName written = wholeName(name, sex, age);
        String text = written.text() == null ? name.given() : written.text().strip();
        int space = text.indexOf(' ');
        boolean whole = space < 0 || name.family().isEmpty() || chance.happens(0.03);
        if (whole) {
            return new SplitName(null, text, written.extent());
        }
        int second = text.indexOf(' ', space + 1);
        int cut = second > 0 && chance.happens(0.03) ? second : space;
        return new SplitName(text.substring(0, cut), text.substring(cut + 1), written.extent());
    }

    /** What stands in a name's column when no name was given. */
    public WrittenName noName() {
        String word = chance.oneOf("khong ro", "an danh", "Ẩn danh", ".", "", "không rõ", "");
        return new WrittenName(word.isEmpty() ? null : word, Extent.NONE);
    }

    /** Any other text, with this row's keyboard. */
    public String text(String text) {
        return type(text);
    }

    /** A line's number of the day in one of the usual notations; in the months after a change now and then still the old one. */
    public String telephone(Line line) {
        LocalDate dialled = chance.happens(0.02) ? day.minusMonths(4) : day;
        return TelephoneSpelling.written(line.numberOn(dialled), chance);
    }

    /** A date of birth as the switchboard's text. */
    public WrittenBirth birth(LocalDate birth) {
        return BirthSpelling.written(birth, chance);
    }

    /** The age stated on the call, in years; one in seven counts the lunar way. */
    public int statedAge(LocalDate birth) {
        int age = (int) ChronoUnit.YEARS.between(birth, day);
        return Math.max(0, chance.happens(0.15) ? age + 1 : age);
    }

    /** An address by its names of the day, without the parts that were not asked for. */
    public WrittenPlace place(Place place) {
        WrittenPlace heard = PlaceSpelling.heard(place, day, chance);
        return new WrittenPlace(
                heard.provinceCode(), typed(heard.province()), typed(heard.district()), typed(heard.commune()));
    }

    /** An identity number; one in fifty has a wrong digit. */
    public String identityNumber(String number) {
        return chance.happens(0.02) ? Slips.wrongDigit(number, chance) : number;
    }

    private @Nullable String typed(@Nullable String text) {
        return text == null ? null : type(text);
    }

    private String type(String text) {
        Keyboard used = chance.happens(0.12) && keyboard != Keyboard.MARKED ? Keyboard.on(day, chance) : keyboard;
        return used.type(text);
    }
}
