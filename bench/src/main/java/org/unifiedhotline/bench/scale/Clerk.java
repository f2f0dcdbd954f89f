package org.unifiedhotline.bench.scale;

import java.util.SplittableRandom;

/** Writes a person down a second time, as people do: slips, things left out, a new address, a new telephone. */
final class Clerk {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Clerk() {}

    static PersonRow again(PersonRow person, PersonRow neighbour, SplittableRandom random) {
        boolean moved = chance(random, 8);
        boolean swapped = chance(random, 2);
        String given = name(chance(random, 3) ? person.given().substring(0, 1) : person.given(), random);
        String family = chance(random, 3) ? neighbour.family() : name(person.family(), random);
        return new PersonRow(
                swapped ? family : given,
                swapped ? given : family,
                birth(person.birth(), random),
                chance(random, 10) ? "" : person.sex(),
                telephone(chance(random, 15) ? neighbour.telephone() : person.telephone(), random),
                moved ? neighbour.street() : name(person.street(), random),
                moved ? neighbour.city() : name(person.city(), random),
                chance(random, 10) ? "" : moved ? neighbour.postcode() : digits(person.postcode(), 4, random));
    }

    private static boolean chance(SplittableRandom random, int percent) {
        return random.nextInt(100) < percent;
    }

    private static String name(String text, SplittableRandom random) {
        return chance(random, 3) ? "" : chance(random, 12) ? slip(text, LETTERS, random) : text;
    }

    private static String telephone(String text, SplittableRandom random) {
        return chance(random, 20) ? "" : digits(text, 4, random);
    }

    private static String birth(String text, SplittableRandom random) {
        if (chance(random, 8)) {
            return "";
        }
        if (chance(random, 3)) {
            return text.substring(0, 4);
        }
        if (chance(random, 2) && Integer.parseInt(text.substring(8)) <= 12) {
            return text.substring(0, 5) + text.substring(8) + "-" + text.substring(5, 7);
        }
        return chance(random, 4) ? text.substring(0, 9) + random.nextInt(1, 9) : text;
    }

    private static String digits(String text, int percent, SplittableRandom random) {
        return chance(random, percent) ? slip(text, "0123456789", random) : text;
    }

    /** One letter wrong, left out, doubled, or changed with its neighbour. */
    private static String slip(String text, String letters, SplittableRandom random) {
        if (text.length() < 3) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        char other = letters.charAt(random.nextInt(letters.length()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + other + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}
