package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.households.Role;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.spelling.Clerk;
import org.unifiedhotline.demo.people.spelling.SplitName;
import org.unifiedhotline.demo.people.spelling.WrittenBirth;
import org.unifiedhotline.demo.people.spelling.WrittenName;
import org.unifiedhotline.demo.people.spelling.WrittenPlace;

/** Writes callers and victims of the hotline, with the truth about each. */
final class HotlinePeople {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Pen pen;
    private final Chance chance;

    HotlinePeople(Pen pen) {
        this.pen = pen;
        this.chance = pen.chance();
    }

    /** Opens a caller's row and gives its id. */
    int caller(Person person, String relation, LocalDateTime at, boolean anonymous) {
        LocalDate day = at.toLocalDate();
        Clerk clerk = Clerk.on(day, chance);
        WrittenName name = anonymous ? clerk.noName() : clerk.wholeName(person.name(), person.sex(), person.ageOn(day));
        WrittenPlace place = clerk.place(person.home().on(day));
        boolean counsellorsOwn = chance.happens(0.006);
        String telephone =
                counsellorsOwn ? clerk.telephone(CounsellorNumbers.any(chance)) : telephone(person, day, 0.8, clerk);
        Integer birthYear = !anonymous && chance.happens(0.24)
                ? Integer.valueOf(person.birth().getYear())
                : null;
        int id = pen.ids().next(LegacyTable.CALLER);
        pen.batch()
                .add(new HotlineRow.Caller(
                        id,
                        name.text(),
                        telephone,
                        telephone != null && chance.happens(0.07)
                                ? telephone(person, day.minusYears(1), 1, clerk)
                                : null,
                        sex(person),
                        birthYear,
                        place.province(),
                        place.district(),
                        relation,
                        at.atOffset(VIETNAM),
                        updated(at)));
        WrittenBirth.Extent birth = birthYear == null ? WrittenBirth.Extent.NONE : WrittenBirth.Extent.YEAR;
        boolean known = place.province() != null || place.district() != null;
        boolean ownTelephone = telephone != null && !counsellorsOwn;
        Evidence evidence = new Evidence(name.extent(), birth, known, ownTelephone, false);
        pen.batch().add(new TruthRow(LegacyTable.CALLER, id, person.id(), evidence.resolvable()));
        return id;
    }

    /** Opens a victim's row and gives its id. */
    int victim(Person person, Household household, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        Clerk clerk = Clerk.on(day, chance);
        SplitName name = chance.happens(0.01)
                ? new SplitName(null, clerk.noName().text(), WrittenName.Extent.NONE)
                : clerk.splitName(person.name(), person.sex(), person.ageOn(day));
        BirthWithPrecision birth = BirthWithPrecision.heard(person.birth(), chance);
        IdentityPaper paper = IdentityPaper.shown(person, day, clerk, chance);
        WrittenPlace place = clerk.place(person.home().on(day));
        String telephone = telephone(person, day, 0.45, clerk);
        Person guardian = guardian(person, household);
        int id = pen.ids().next(LegacyTable.VICTIM);
        pen.batch()
                .add(new HotlineRow.Victim(
                        id,
                        name.family(),
                        name.middleAndGiven(),
                        aliases(person, clerk),
                        birth.date(),
                        birth.precision(),
                        sex(person),
                        paper.type(),
                        paper.number(),
                        chance.happens(0.97) ? "VN" : null,
                        chance.happens(0.65) ? clerk.text(person.group().label()) : null,
                        place.province(),
                        place.district(),
                        place.commune(),
                        telephone,
                        guardian != null && chance.happens(0.5)
                                ? clerk.wholeName(guardian.name(), guardian.sex(), guardian.ageOn(day))
                                        .text()
                                : null,
                        guardian != null ? telephone(guardian, day, 0.4, clerk) : null,
                        consent(),
                        at.atOffset(VIETNAM),
                        updated(at)));
        Evidence evidence =
                new Evidence(name.extent(), birth.extent(), place.known(), telephone != null, paper.identifies());
        pen.batch().add(new TruthRow(LegacyTable.VICTIM, id, person.id(), evidence.resolvable()));
        return id;
    }

    private @Nullable List<String> aliases(Person person, Clerk clerk) {
        String nickname = person.nickname();
        return nickname == null || chance.happens(0.25)
                ? null
                : List.of(nickname.split("[,/] ?")).stream().map(clerk::text).toList();
    }

    private @Nullable String telephone(Person person, LocalDate day, double given, Clerk clerk) {
        boolean known = person.telephone() != null && chance.happens(given);
        return known && person.telephone() != null
                ? clerk.telephone(person.telephone().on(day))
                : null;
    }

    private static @Nullable Person guardian(Person person, Household household) {
        return person.role() != Role.CHILD
                ? null
                : household
                        .first(Role.MOTHER)
                        .or(() -> household.first(Role.GRANDMOTHER))
                        .orElse(null);
    }

    private @Nullable String sex(Person person) {
        return switch (chance.weighted(940, 50, 5, 5)) {
            case 1 -> null;
            case 2 -> "O";
            case 3 -> person.sex() == Sex.MALE ? "F" : "M";
            default -> person.sex() == Sex.MALE ? "M" : "F";
        };
    }

    private @Nullable Boolean consent() {
        return switch (chance.weighted(40, 40, 20)) {
            case 1 -> null;
            case 2 -> Boolean.FALSE;
            default -> Boolean.TRUE;
        };
    }

    private @Nullable OffsetDateTime updated(LocalDateTime created) {
        return chance.happens(0.12) ? pen.times().within(created, 60, chance).atOffset(VIETNAM) : null;
    }
}
