package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.households.Role;

/** Who reported a case, and the relation as each system writes it. */
record Reporter(Person person, String switchboardRelation, String hotlineRelation) {

    static Reporter ofChild(Person child, Household household, LocalDate day, Chance chance) {
        boolean speaksForItself = child.ageOn(day) >= 10 && chance.happens(0.22);
        return speaksForItself ? self(child) : another(child, household, day, chance);
    }

    static Reporter ofVictim(Person victim, Household household, LocalDate day, Chance chance) {
        boolean speaksForHerself = victim.ageOn(day) >= 13 && chance.happens(0.28);
        return speaksForHerself ? self(victim) : another(victim, household, day, chance);
    }

    boolean isSelf() {
        return hotlineRelation.equals("SELF");
    }

    private static Reporter self(Person person) {
        return new Reporter(person, "chinh tre", "SELF");
    }

    private static Reporter another(Person subject, Household household, LocalDate day, Chance chance) {
        List<Person> others = household.members().stream()
                .filter(member -> member.id() != subject.id() && member.ageOn(day) >= 16)
                .toList();
        if (others.isEmpty()) {
            return self(subject);
        }
        Person person = chance.oneOf(others);
        boolean child = subject.role() == Role.CHILD;
        return switch (person.role()) {
            case MOTHER -> new Reporter(person, child ? "me" : "khac", child ? "PARENT" : "RELATIVE");
            case FATHER -> new Reporter(person, child ? "cha" : "khac", child ? "PARENT" : "RELATIVE");
            case GRANDFATHER, GRANDMOTHER -> new Reporter(person, child ? "ong ba" : "khac", "RELATIVE");
            case CHILD -> new Reporter(person, "khac", child ? "SIBLING" : "RELATIVE");
            case ADULT -> new Reporter(person, "khac", "RELATIVE");
            case RESIDENT -> new Reporter(person, "khac", "FRIEND");
            case NEIGHBOUR ->
                chance.happens(0.25)
                        ? new Reporter(person, "giao vien", "OFFICIAL")
                        : new Reporter(person, "hang xom", chance.oneOf("FRIEND", "STRANGER"));
        };
    }
}
