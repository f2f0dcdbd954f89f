package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.households.Role;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.spelling.Clerk;
import org.unifiedhotline.demo.people.spelling.WrittenBirth;
import org.unifiedhotline.demo.people.spelling.WrittenName;
import org.unifiedhotline.demo.people.spelling.WrittenPlace;

/** Writes callers and children of the switchboard, with the truth about each. */
final class SwitchboardPeople {

    private final Pen pen;

    SwitchboardPeople(Pen pen) {
        this.pen = pen;
    }

    /** Opens a caller's row and gives its id. */
    int caller(Person person, LocalDateTime at, boolean anonymous) {
        LocalDate day = at.toLocalDate();
        Clerk clerk = Clerk.on(day, pen.chance());
        WrittenName name = anonymous ? clerk.noName() : clerk.wholeName(person.name(), person.sex(), person.ageOn(day));
        WrittenPlace place = clerk.place(person.home().on(day));
        boolean counsellorsOwn = pen.chance().happens(0.006);
        String telephone = counsellorsOwn
                ? clerk.telephone(CounsellorNumbers.any(pen.chance()))
                : telephone(person, day, 0.84, clerk);
        Integer birthYear = !anonymous && pen.chance().happens(0.36) ? Integer.valueOf(birthYear(person)) : null;
        int id = pen.ids().next(LegacyTable.NGUOI_GOI);
        pen.batch()
                .add(new SwitchboardRow.Caller(
                        id,
                        name.text(),
                        telephone,
                        sex(person),
                        birthYear,
                        place.provinceCode(),
                        place.district(),
                        place.commune(),
                        anonymous ? null : address(clerk),
                        pen.chance().happens(0.3) ? clerk.text(person.group().label()) : null,
                        pen.chance().happens(0.12) ? clerk.text(Notes.aboutCaller(pen.chance())) : null,
                        at,
                        updated(at)));
        WrittenBirth.Extent birth = birthYear == null ? WrittenBirth.Extent.NONE : WrittenBirth.Extent.YEAR;
        boolean ownTelephone = telephone != null && !counsellorsOwn;
        truth(LegacyTable.NGUOI_GOI, id, person, new Evidence(name.extent(), birth, known(place), ownTelephone, false));
        return id;
    }

    /** Opens a child's row and gives its id. */
    int child(Person child, Household household, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        Clerk clerk = Clerk.on(day, pen.chance());
        boolean nameless = pen.chance().happens(0.012);
        WrittenName name = nameless ? clerk.noName() : clerk.wholeName(child.name(), child.sex(), child.ageOn(day));
        WrittenBirth birth = clerk.birth(child.birth());
        WrittenPlace place = clerk.place(child.home().on(day));
        String number = child.identityNumberOn(day);
        String identity = number != null && pen.chance().happens(0.25) ? clerk.identityNumber(number) : null;
        String telephone = telephone(child, day, 0.72, clerk);
        boolean statesAge =
                birth.text() == null ? pen.chance().happens(0.85) : pen.chance().happens(0.15);
        int id = pen.ids().next(LegacyTable.TRE_EM);
        pen.batch()
                .add(new SwitchboardRow.Child(
                        id,
                        name.text(),
                        child.nickname() == null || pen.chance().happens(0.3) ? null : clerk.text(child.nickname()),
                        birth.text(),
                        statesAge ? clerk.statedAge(child.birth()) : null,
                        sex(child),
                        pen.chance().happens(0.22) ? child.papers().birthCertificate() : null,
                        identity,
                        place.provinceCode(),
                        place.district(),
                        place.commune(),
                        pen.chance().happens(0.4) ? clerk.text(child.group().label()) : null,
                        parent(household, Role.FATHER, 0.45, day, clerk),
                        parent(household, Role.MOTHER, 0.55, day, clerk),
                        telephone,
                        pen.chance().happens(0.7) ? (pen.chance().happens(0.06) ? 1 : 0) : null,
                        at,
                        updated(at)));
        truth(
                LegacyTable.TRE_EM,
                id,
                child,
                new Evidence(name.extent(), birth.extent(), known(place), telephone != null, identity != null));
        return id;
    }

    private @Nullable String telephone(Person person, LocalDate day, double given, Clerk clerk) {
        boolean known = person.telephone() != null && pen.chance().happens(given);
        return known && person.telephone() != null
                ? clerk.telephone(person.telephone().on(day))
                : null;
    }

    private @Nullable String parent(Household household, Role role, double known, LocalDate day, Clerk clerk) {
        Person parent = household.first(role).orElse(null);
        return parent == null || !pen.chance().happens(known)
                ? null
                : clerk.wholeName(parent.name(), parent.sex(), parent.ageOn(day))
                        .text();
    }

    private @Nullable String address(Clerk clerk) {
        return pen.chance().happens(0.15) ? clerk.text(Notes.address(pen.chance())) : null;
    }

    private @Nullable Integer sex(Person person) {
        return switch (pen.chance().weighted(880, 70, 45, 5)) {
            case 1 -> null;
            case 2 -> 0;
            case 3 -> person.sex() == Sex.MALE ? 2 : 1;
            default -> person.sex() == Sex.MALE ? 1 : 2;
        };
    }

    private int birthYear(Person person) {
        int slip = pen.chance().happens(0.06) ? pen.chance().between(-2, 2) : 0;
        return person.birth().getYear() + slip;
    }

    private @Nullable LocalDateTime updated(LocalDateTime created) {
        return pen.chance().happens(0.12) ? pen.times().within(created, 60, pen.chance()) : null;
    }

    private void truth(LegacyTable table, int id, Person person, Evidence evidence) {
        pen.batch().add(new TruthRow(table, id, person.id(), evidence.resolvable()));
    }

    private static boolean known(WrittenPlace place) {
        return place.provinceCode() != null || place.district() != null || place.commune() != null;
    }
}
