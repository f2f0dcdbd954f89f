package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.NameGiver;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;

/** Adds the children of a couple or a mother: twins, sisters with like names, sons called as their father. */
final class Children {

    private final Members members;
    private final NameGiver names;
    private final LocalDate until;
    private final Chance chance;

    Children(Members members, NameGiver names, LocalDate until, Chance chance) {
        this.members = members;
        this.names = names;
        this.until = until;
        this.chance = chance;
    }

    /** Adds one to four children, spaced by a year or more, who bear the name of {@code named} (father, or mother alone). */
    void add(Person named, Person mother, Home home) {
        int count = 1 + chance.weighted(30, 48, 17, 5);
        int firstYear = Math.min(mother.birth().getYear() + chance.between(18, 32), until.getYear() - 1);
        LocalDate birth = earlier(Births.between(firstYear, firstYear, chance));
        Person previous = null;
        for (int i = 0; i < count; i++) {
            previous = child(named, previous, birth, home, mother);
            if (chance.happens(0.04)) {
                twin(previous, home, mother);
            }
            LocalDate next = birth.plusDays(chance.between(400, 2200));
            if (next.isAfter(until)) {
                return;
            }
            birth = next;
        }
    }

    private Person child(Person named, @Nullable Person elder, LocalDate birth, Home home, Person mother) {
        Sex sex = chance.happens(0.52) ? Sex.FEMALE : Sex.MALE;
        return members.add(
                Role.CHILD,
                named.group(),
                childName(named, elder, sex, birth),
                sex,
                birth,
                home,
                telephone(birth, mother));
    }

    private PersonName childName(Person named, @Nullable Person elder, Sex sex, LocalDate birth) {
        if (sex == Sex.MALE && named.sex() == Sex.MALE && chance.happens(0.02)) {
            return named.name();
        }
        if (elder != null && elder.sex() == sex && chance.happens(0.4)) {
            return names.like(elder.name(), named.group(), sex, birth.getYear(), chance);
        }
        PersonName name = named.name();
        String inherited = name.family().isEmpty() ? name.clan() : name.family();
        return names.name(named.group(), inherited, sex, birth.getYear(), chance);
    }

    /** Shares everything with the elder twin but a part of the name; mostly the sex too. */
    private void twin(Person elder, Home home, Person mother) {
        Sex sex = chance.happens(0.7) ? elder.sex() : elder.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE;
        PersonName name =
                names.like(elder.name(), elder.group(), sex, elder.birth().getYear(), chance);
        members.add(Role.CHILD, elder.group(), name, sex, elder.birth(), home, telephone(elder.birth(), mother));
    }

    /** Half of those born before 2009 have a telephone of their own; the others are reached through the family's. */
    private @Nullable Telephone telephone(LocalDate birth, Person mother) {
        boolean own = birth.getYear() < 2009 && chance.happens(0.5);
        return own ? members.ownTelephone() : mother.telephone();
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(until) ? until.minusDays(chance.between(1, 300)) : day;
    }
}
