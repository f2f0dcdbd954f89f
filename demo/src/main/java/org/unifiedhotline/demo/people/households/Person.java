package org.unifiedhotline.demo.people.households;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;

/**
 * One true person.
 *
 * @param id counts from 1 over the whole world
 * @param household id of the first person of the household
 * @param telephone {@code null} for children without one
 * @param nickname what the family calls the person, or a name used abroad; {@code null} for most adults
 */
public record Person(
        long id,
        long household,
        Role role,
        PersonName name,
        Sex sex,
        LocalDate birth,
        EthnicGroup group,
        Home home,
        @Nullable Telephone telephone,
        Papers papers,
        @Nullable String nickname) {

    /** Age in completed years; negative before birth. */
    public int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(birth, day);
    }

    /** Under eighteen and born. */
    public boolean isChildOn(LocalDate day) {
        return !birth.isAfter(day) && ageOn(day) < 18;
    }

    /** The number shown on a day, if any. */
    public @Nullable String identityNumberOn(LocalDate day) {
        return papers.numberOn(day, birth, home.moved());
    }
}
