package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.names.NameGiver;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.places.Places;
import org.unifiedhotline.demo.people.telephones.Lines;

/** The members of one household while it is being made. */
final class Members {

    private static final LocalDate LINES_CHANGE_FROM = LocalDate.of(2018, 10, 1);
    private static final LocalDate LINES_CHANGE_UNTIL = LocalDate.of(2025, 12, 31);

    private final List<Person> members = new ArrayList<>();
    private final NameGiver names;
    private final Places places;
    private final Lines lines;
    private final Chance chance;
    private final long firstId;

    Members(NameGiver names, Places places, Lines lines, Chance chance, long firstId) {
        this.names = names;
        this.places = places;
        this.lines = lines;
        this.chance = chance;
        this.firstId = firstId;
    }

    List<Person> list() {
        return members;
    }

    /** Adds a person with a name of the given family name; registered at home, or elsewhere for one adult in eight. */
    Person add(
            Role role,
            EthnicGroup group,
            String familyName,
            Sex sex,
            LocalDate birth,
            Home home,
            @Nullable Telephone telephone) {
        return add(
                role, group, names.name(group, familyName, sex, birth.getYear(), chance), sex, birth, home, telephone);
    }

    Person add(
            Role role,
            EthnicGroup group,
            PersonName name,
            Sex sex,
            LocalDate birth,
            Home home,
            @Nullable Telephone telephone) {
        boolean elsewhere = (role != Role.CHILD && chance.happens(0.12)) || role == Role.RESIDENT;
        Place registered = elsewhere ? places.anywhere(chance) : home.first();
        Person person = new Person(
                firstId + members.size(),
                role == Role.NEIGHBOUR ? firstId + members.size() : firstId,
                role,
                name,
                sex,
                birth,
                group,
                home,
                telephone,
                Registrar.papers(sex, birth, registered, home, chance),
                Nicknames.nickname(role, group, chance));
        members.add(person);
        return person;
    }

    /** A mobile of one's own; three in ten change it once. */
    Telephone ownTelephone() {
        if (chance.happens(0.7)) {
            return Telephone.kept(lines.mobile(chance));
        }
        LocalDate changed = chance.day(LINES_CHANGE_FROM, LINES_CHANGE_UNTIL);
        return new Telephone(lines.mobile(chance), lines.newMobile(chance), changed);
    }

    /** The line in the house, where there is one. */
    Telephone houseTelephone(Home home) {
        return Telephone.kept(lines.landline(home.first().before().provinceCode(), chance));
    }
}
