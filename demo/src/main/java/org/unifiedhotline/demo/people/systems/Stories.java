package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.households.Role;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.places.Place;
import org.unifiedhotline.demo.people.telephones.Line;

/** The kinds of story that one household may live through. */
final class Stories {

    private final Pen pen;
    private final Chance chance;
    private final Household household;
    private final SwitchboardPeople switchboardPeople;
    private final SwitchboardWork switchboard;
    private final HotlinePeople hotlinePeople;
    private final HotlineWork hotline;

    Stories(Pen pen, Household household) {
        this.pen = pen;
        this.chance = pen.chance();
        this.household = household;
        this.switchboardPeople = new SwitchboardPeople(pen);
        this.switchboard = new SwitchboardWork(pen);
        this.hotlinePeople = new HotlinePeople(pen);
        this.hotline = new HotlineWork(pen);
    }

    /** A child's case on the switchboard; three in ten are taken up again later, on new rows. */
    void child() {
        Person child = someChild();
        if (child == null) {
            advice();
            return;
        }
        LocalDateTime at =
                pen.times().begin(child.birth().plusMonths(8), child.birth().plusYears(17), chance);
        int episodes = 1 + chance.weighted(70, 22, 8);
        for (int i = 0; i < episodes && child.isChildOn(at.toLocalDate()); i++) {
            childCase(child, at, false);
            at = pen.times().within(at, 700, chance);
        }
    }

    /** An adult asks for advice; now and then the same row serves a second call. */
    void advice() {
        Person adult = adult();
        LocalDateTime at = pen.times().begin(adult.birth().plusYears(18), LocalDate.MAX, chance);
        int caller = switchboardPeople.caller(adult, at, false);
        String kind = chance.happens(0.06) ? "CHUYEN_MAY" : "TU_VAN";
        switchboard.contact(at, place(adult, at), line(adult, at), caller, kind, null);
        if (chance.happens(0.15)) {
            LocalDateTime again = pen.times().within(at, 30, chance);
            switchboard.contact(again, place(adult, again), line(adult, again), caller, "TU_VAN", null);
        }
    }

    /** A caller who gives no name. */
    void anonymous() {
        Person adult = adult();
        LocalDateTime at = pen.times().begin(adult.birth().plusYears(15), LocalDate.MAX, chance);
        if (chance.happens(0.7)) {
            int caller = switchboardPeople.caller(adult, at, true);
            switchboard.contact(at, place(adult, at), line(adult, at), caller, "TU_VAN", null);
        } else {
            int caller = hotlinePeople.caller(adult, "STRANGER", at, true);
            hotline.call(at, place(adult, at), adult.group(), line(adult, at), caller, "ADVICE", null);
        }
    }

    /** Silent and nuisance calls: no caller's row. */
    void nuisance() {
        Person person = chance.oneOf(household.members());
        LocalDateTime at = pen.times().begin(person.birth().plusYears(6), LocalDate.MAX, chance);
        Line line = chance.happens(0.9) ? line(person, at) : null;
        if (chance.happens(0.8)) {
            switchboard.contact(at, place(person, at), line, null, chance.oneOf("QUAY_ROI", "IM_LANG"), null);
        } else {
            hotline.call(
                    at, place(person, at), EthnicGroup.KINH, line, null, chance.oneOf("NUISANCE", "ABANDONED"), null);
        }
    }

    /** A call that the automatic answer took. */
    void automatic() {
        Person person = adult();
        LocalDateTime at = pen.times().begin(person.birth().plusYears(14), LocalDate.MAX, chance);
        switchboard.automatic(at, place(person, at), line(person, at));
    }

    /** What the equipment of the centres reported. */
    void monitoring() {
        switchboard.monitor(pen.times().begin(LocalDate.of(2019, 1, 1), LocalDate.MAX, chance));
        hotline.status(pen.times().begin(LocalDate.of(2019, 1, 1), LocalDate.MAX, chance));
    }

    /** Somebody asks the hotline about travel, marriage or work abroad. */
    void hotlineAdvice() {
        Person adult = adult();
        LocalDateTime at = pen.times().begin(adult.birth().plusYears(18), LocalDate.MAX, chance);
        String relation = chance.oneOf("FRIEND", "RELATIVE", "STRANGER", "OFFICIAL");
        int caller = hotlinePeople.caller(adult, relation, at, chance.happens(0.2));
        String outcome = chance.happens(0.06) ? "TRANSFERRED" : "ADVICE";
        hotline.call(at, place(adult, at), adult.group(), line(adult, at), caller, outcome, null);
    }

    /** A victim's case on the hotline; one in four is opened again, a child's on the switchboard too. */
    void trafficking() {
        trafficking(chance.oneOf(household.members()));
    }

    /** Most residents of a shelter are known to one of the lines. */
    void shelter() {
        for (Person resident : household.members()) {
            if (chance.happens(0.75)) {
                trafficking(resident);
            }
        }
    }

    private void trafficking(Person victim) {
        boolean tooYoung = victim.birth().plusYears(10).isAfter(pen.times().today());
        boolean tooOld = victim.birth().getYear() < 1957;
        if (tooYoung || tooOld || (victim.sex() == Sex.MALE && chance.happens(0.6))) {
            hotlineAdvice();
            return;
        }
        LocalDateTime at =
                pen.times().begin(victim.birth().plusYears(11), victim.birth().plusYears(55), chance);
        int episodes = 1 + chance.weighted(75, 20, 5);
        for (int i = 0; i < episodes; i++) {
            victimCase(victim, at);
            if (victim.isChildOn(at.toLocalDate()) && chance.happens(0.6)) {
                childCase(victim, pen.times().within(at, 14, chance), true);
            }
            at = pen.times().within(at, 900, chance);
        }
    }

    private void victimCase(Person victim, LocalDateTime at) {
        Reporter reporter = Reporter.ofVictim(victim, household, at.toLocalDate(), chance);
        int caller = hotlinePeople.caller(reporter.person(), reporter.hotlineRelation(), at, chance.happens(0.12));
        int victimId = hotlinePeople.victim(victim, household, at);
        String number = hotline.openCase(victimId, caller, victim.home().first(), at);
        Line line = line(reporter.person(), at);
        hotline.call(at, place(victim, at), victim.group(), line, caller, "CASE", number);
        hotline.refer(number, at);
        if (chance.happens(0.57)) {
            hotline.returned(victimId, at);
        }
    }

    private void childCase(Person child, LocalDateTime at, boolean trafficking) {
        Reporter reporter = Reporter.ofChild(child, household, at.toLocalDate(), chance);
        boolean anonymous = !reporter.isSelf() && chance.happens(0.15);
        int caller = switchboardPeople.caller(reporter.person(), at, anonymous);
        int childId = switchboardPeople.child(child, household, at);
        int caseId = switchboard.openCase(childId, caller, reporter.switchboardRelation(), at, trafficking);
        Line line = line(reporter.person(), at);
        switchboard.contact(at, place(child, at), line, caller, "CAN_THIEP", caseId);
        int calls = chance.weighted(45, 35, 20);
        for (int i = 0; i < calls; i++) {
            LocalDateTime later = pen.times().within(at, 40, chance);
            Integer known = chance.happens(0.85) ? Integer.valueOf(caller) : null;
            switchboard.contact(later, place(child, later), line, known, "TU_VAN", caseId);
        }
        switchboard.refer(caseId, place(child, at), at);
    }

    private @Nullable Person someChild() {
        List<Person> children = household.all(Role.CHILD);
        LocalDate begin = LocalDate.of(2012, 6, 1);
        List<Person> eligible = children.stream()
                .filter(child -> child.birth().plusYears(17).isAfter(begin))
                .filter(child ->
                        child.birth().plusMonths(8).isBefore(pen.times().today()))
                .toList();
        return eligible.isEmpty() ? null : chance.oneOf(eligible);
    }

    private Person adult() {
        List<Person> adults = household.members().stream()
                .filter(member -> member.role() != Role.CHILD)
                .toList();
        return chance.oneOf(adults);
    }

    private static Place place(Person person, LocalDateTime at) {
        return person.home().on(at.toLocalDate());
    }

    private static @Nullable Line line(Person person, LocalDateTime at) {
        return person.telephone() == null ? null : person.telephone().on(at.toLocalDate());
    }
}
