package org.unifiedhotline.demo.people.names;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;

/**
 * Gives true names. The shares of family names and the lists of given names are real ones (SOURCES in the room's README);
 * given names repeat as often as they stand last in the lists. Immutable and safe for threads.
 */
public final class NameGiver {

    private static final List<String> MIDDLE_MEN =
            List.of("Văn", "Hữu", "Đức", "Minh", "Quang", "Xuân", "Anh", "Đình", "Ngọc", "Thanh", "Công", "Quốc");
    private static final List<String> MIDDLE_WOMEN =
            List.of("Ngọc", "Thu", "Thanh", "Kim", "Mai", "Bích", "Hồng", "Mỹ", "Phương", "Thùy", "Diệu", "Hà");

    private final List<String> men = WordList.read("given-names-male.txt");
    private final List<String> women = WordList.read("given-names-female.txt");

    /** A family name, empty where the people has none; for Kinh people the region chooses between regional forms. */
    public String familyName(EthnicGroup group, boolean south, Chance chance) {
        return group == EthnicGroup.MONG && chance.happens(0.08) ? "" : FamilyNames.of(group, south, chance);
    }

    /**
     * A whole name.
     *
     * @param inherited the family name (or the clan, where clans stand last); empty where there is none
     * @param birthYear older people are Văn and Thị more often
     */
    public PersonName name(EthnicGroup group, String inherited, Sex sex, int birthYear, Chance chance) {
        return switch (group) {
            case MONG -> HighlandNames.mong(inherited, sex, chance);
            case KHMER -> HighlandNames.khmer(inherited, sex, chance);
            case E_DE, GIA_RAI -> HighlandNames.edeOrGiaRai(group, inherited, sex, chance);
            case BAHNAR, XE_DANG -> HighlandNames.bahnarOrXeDang(sex, chance);
            case KINH, TAY, THAI, MUONG, NUNG, DAO, HOA -> vietnamese(inherited, sex, birthYear, chance);
        };
    }

    /** A name for a brother or sister that looks like the elder's: the same middle names, another given name. */
    public PersonName like(PersonName elder, EthnicGroup group, Sex sex, int birthYear, Chance chance) {
        String inherited = elder.family().isEmpty() ? elder.clan() : elder.family();
        PersonName own = name(group, inherited, sex, birthYear, chance);
        while (own.given().equals(elder.given())) {
            own = name(group, inherited, sex, birthYear, chance);
        }
        return own.family().isEmpty() ? own : PersonName.of(own.family(), elder.middle(), own.given());
    }

    private PersonName vietnamese(String family, Sex sex, int birthYear, Chance chance) {
        boolean man = sex == Sex.MALE;
        String[] compound = chance.oneOf(man ? men : women).split(" ");
        String given = compound[compound.length - 1];
        List<String> middle = new ArrayList<>();
        if (chance.happens(traditional(birthYear))) {
            middle.add(man ? "Văn" : "Thị");
            if (!man && chance.happens(0.3)) {
                middle.add(chance.oneOf(MIDDLE_WOMEN));
            }
        } else if (chance.happens(0.35)) {
            middle.add(chance.oneOf(man ? MIDDLE_MEN : MIDDLE_WOMEN));
        } else {
            middle.add(compound[0]);
        }
        return PersonName.of(family, String.join(" ", middle), given);
    }

    /** The share of people of a year of birth whose middle name is Văn or Thị. */
    private static double traditional(int birthYear) {
        return birthYear < 1980 ? 0.72 : birthYear < 1995 ? 0.55 : birthYear < 2005 ? 0.35 : 0.15;
    }
}
