package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.names.NameGiver;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.places.Places;
import org.unifiedhotline.demo.people.telephones.Lines;

/** Makes the households of a world, any of them at any time. Immutable and safe for threads. */
public final class Households {

    private static final LocalDate MOVES_FROM = LocalDate.of(2013, 1, 1);

    private final NameGiver names = new NameGiver();
    private final Places places = Places.load();
    private final Lines lines = new Lines();
    private final long seed;
    private final LocalDate until;

    /**
     * @param seed tells the whole world
     * @param until nobody is born, and nothing happens, after this day
     */
    public Households(long seed, LocalDate until) {
        this.seed = seed;
        this.until = until;
    }

    /**
     * The household with an index; always the same for the seed.
     *
     * @param firstId the id of its first person; the others follow
     */
    public Household make(long index, long firstId) {
        Chance chance = Chance.of(seed, "household", index);
        Members members = new Members(names, places, lines, chance, firstId);
        Home home = home(chance);
        switch (chance.weighted(560, 110, 120, 90, 113, 7)) {
            case 1 -> withGrandparents(members, home, chance);
            case 2 -> singleMother(members, home, chance);
            case 3 -> leftWithGrandparents(members, home, chance);
            case 4 -> withoutChildren(members, home, chance);
            case 5 -> shelter(members, home, chance);
            default -> family(members, home, chance);
        }
        if (chance.happens(0.45)) {
            neighbour(members, home, chance);
        }
        return new Household(index, members.list());
    }

    private Home home(Chance chance) {
        Place place = places.anywhere(chance);
        if (!chance.happens(0.12)) {
            return Home.settled(place);
        }
        Place next = chance.happens(0.5) ? places.in(place.before().provinceCode(), chance) : places.anywhere(chance);
        return new Home(place, next, chance.day(MOVES_FROM, until));
    }

    private void family(Members members, Home home, Chance chance) {
        EthnicGroup group = GroupByPlace.at(home.first(), chance);
        int motherYear = chance.between(1965, 2001);
        Person father = adult(members, Role.FATHER, group, Sex.MALE, motherYear - chance.between(-2, 8), home, chance);
        Person mother = adult(members, Role.MOTHER, group, Sex.FEMALE, motherYear, home, chance);
        new Children(members, names, until, chance).add(father, mother, home);
    }

    private void withGrandparents(Members members, Home home, Chance chance) {
        EthnicGroup group = GroupByPlace.at(home.first(), chance);
        String family = names.familyName(group, home.first().south(), chance);
        int motherYear = chance.between(1975, 2001);
        int elderYear = motherYear - chance.between(22, 32);
        Telephone shared = chance.happens(0.4) ? members.houseTelephone(home) : members.ownTelephone();
        members.add(
                Role.GRANDFATHER,
                group,
                family,
                Sex.MALE,
                Births.between(elderYear - 3, elderYear, chance),
                home,
                shared);
        adult(members, Role.GRANDMOTHER, group, Sex.FEMALE, elderYear, home, chance);
        LocalDate birth = Births.between(motherYear - 4, motherYear + 1, chance);
        Person father = members.add(Role.FATHER, group, family, Sex.MALE, birth, home, members.ownTelephone());
        Person mother = adult(members, Role.MOTHER, group, Sex.FEMALE, motherYear, home, chance);
        new Children(members, names, until, chance).add(father, mother, home);
    }

    private void singleMother(Members members, Home home, Chance chance) {
        EthnicGroup group = GroupByPlace.at(home.first(), chance);
        Person mother = adult(members, Role.MOTHER, group, Sex.FEMALE, chance.between(1968, 2005), home, chance);
        new Children(members, names, until, chance).add(mother, mother, home);
    }

    /** The parents work far away; the grandmother's telephone is everybody's. */
    private void leftWithGrandparents(Members members, Home home, Chance chance) {
        EthnicGroup group = GroupByPlace.at(home.first(), chance);
        int motherYear = chance.between(1975, 2001);
        Person elder =
                adult(members, Role.GRANDMOTHER, group, Sex.FEMALE, motherYear - chance.between(20, 30), home, chance);
        Home far = Home.settled(places.anywhere(chance));
        LocalDate birth = Births.between(motherYear - 3, motherYear + 1, chance);
        String family = names.familyName(group, home.first().south(), chance);
        Person father = members.add(Role.FATHER, group, family, Sex.MALE, birth, far, members.ownTelephone());
        Person mother = members.add(
                Role.MOTHER,
                group,
                names.familyName(group, home.first().south(), chance),
                Sex.FEMALE,
                Births.between(motherYear, motherYear, chance),
                far,
                elder.telephone());
        new Children(members, names, until, chance).add(father, mother, home);
    }

    private void withoutChildren(Members members, Home home, Chance chance) {
        EthnicGroup group = GroupByPlace.at(home.first(), chance);
        Sex sex = chance.happens(0.6) ? Sex.FEMALE : Sex.MALE;
        Person one = adult(members, Role.ADULT, group, sex, chance.between(1950, 2005), home, chance);
        if (chance.happens(0.4)) {
            Sex other = sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
            adult(members, Role.ADULT, group, other, one.birth().getYear() + chance.between(-4, 4), home, chance);
        }
    }

    /** Women and children who have nothing in common but the shelter's telephone and address. */
    private void shelter(Members members, Home home, Chance chance) {
        Telephone office = chance.happens(0.5) ? members.houseTelephone(home) : members.ownTelephone();
        int residents = chance.between(8, 24);
        for (int i = 0; i < residents; i++) {
            Place origin = places.anywhere(chance);
            EthnicGroup group = GroupByPlace.at(origin, chance);
            Sex sex = chance.happens(0.85) ? Sex.FEMALE : Sex.MALE;
            LocalDate birth = Births.between(1980, until.getYear() - 8, chance);
            members.add(
                    Role.RESIDENT, group, names.familyName(group, origin.south(), chance), sex, birth, home, office);
        }
    }

    private void neighbour(Members members, Home home, Chance chance) {
        Home own = Home.settled(home.first());
        Sex sex = chance.happens(0.65) ? Sex.FEMALE : Sex.MALE;
        EthnicGroup group = GroupByPlace.at(own.first(), chance);
        adult(members, Role.NEIGHBOUR, group, sex, chance.between(1955, 1998), own, chance);
    }

    private Person adult(Members members, Role role, EthnicGroup group, Sex sex, int year, Home home, Chance chance) {
        String family = names.familyName(group, home.first().south(), chance);
        LocalDate birth = Births.between(year, year, chance);
        Telephone telephone = chance.happens(0.07) ? members.houseTelephone(home) : members.ownTelephone();
        return members.add(role, group, family, sex, birth, home, telephone);
    }
}
