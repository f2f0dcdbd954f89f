package org.unifiedhotline.demo.people.systems;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.spelling.Clerk;

/** The paper that a victim showed, if any. */
record IdentityPaper(@Nullable String type, @Nullable String number) {

    private static final IdentityPaper NONE = new IdentityPaper(null, null);

    static IdentityPaper shown(Person person, LocalDate day, Clerk clerk, Chance chance) {
        return switch (chance.weighted(36, 6, 7, 6, 45)) {
            case 0 -> card(person.identityNumberOn(day), clerk);
            case 1 -> passport(person.papers().passport(), clerk);
            case 2 -> new IdentityPaper("LAISSEZ_PASSER", "GTH" + chance.digits(5));
            case 3 ->
                person.isChildOn(day)
                        ? new IdentityPaper("BIRTH_CERT", person.papers().birthCertificate())
                        : NONE;
            default -> NONE;
        };
    }

    /** True for papers whose number is one person's: identity cards and passports. */
    boolean identifies() {
        return type != null && (type.equals("CMND") || type.equals("CCCD") || type.equals("PASSPORT"));
    }

    private static IdentityPaper card(@Nullable String number, Clerk clerk) {
        return number == null
                ? NONE
                : new IdentityPaper(number.length() == 9 ? "CMND" : "CCCD", clerk.identityNumber(number));
    }

    private static IdentityPaper passport(@Nullable String number, Clerk clerk) {
        return number == null ? NONE : new IdentityPaper("PASSPORT", clerk.identityNumber(number));
    }
}
