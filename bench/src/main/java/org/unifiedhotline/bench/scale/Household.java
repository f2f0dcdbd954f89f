package org.unifiedhotline.bench.scale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes households: people who share address, mostly the family name, and often a telephone. */
final class Household {
    private static final int DAYS_A_YEAR = 365;

    private final NameStock men;
    private final NameStock women;
    private final NameStock families;
    private final NameStock streets;
    private final NameStock cities;

    Household(SplittableRandom random) {
        men = new NameStock(2_500, 1, random);
        women = new NameStock(3_500, 1, random);
        families = new NameStock(30_000, 0.9, random);
        streets = new NameStock(20_000, 0.5, random);
        cities = new NameStock(900, 0.8, random);
    }

    /** One household: its people's true rows. */
    List<PersonRow> next(SplittableRandom random) {
        String family = families.draw(random);
        String street =
                1 + random.nextInt(240) + " " + streets.draw(random) + (random.nextBoolean() ? " street" : " road");
        String city = cities.draw(random);
        String postcode = String.valueOf(10_000 + Math.floorMod(city.hashCode(), 900) * 100 + random.nextInt(30));
        String shared = telephone(random);
        int adults = 1 + random.nextInt(2);
        int children = Math.max(0, random.nextInt(6) - 2);
        LocalDate parents = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(60 * DAYS_A_YEAR));
        List<PersonRow> people = new ArrayList<>();
        for (int i = 0; i < adults + children; i++) {
            boolean child = i >= adults;
            boolean man = i == 0
                    ? random.nextBoolean()
                    : child ? random.nextBoolean() : people.getFirst().sex().equals("f");
            LocalDate birth = child
                    ? parents.plusDays(22 * DAYS_A_YEAR + random.nextInt(16 * DAYS_A_YEAR))
                    : parents.plusDays(random.nextInt(5 * DAYS_A_YEAR));
            boolean ownPhone = random.nextInt(100) < (child ? 30 : 70);
            boolean ownFamily = !child && i > 0 && random.nextInt(100) < 30;
            people.add(new PersonRow(
                    (man ? men : women).draw(random),
                    ownFamily ? families.draw(random) : family,
                    birth.toString(),
                    man ? "m" : "f",
                    ownPhone ? telephone(random) : shared,
                    street,
                    city,
                    postcode));
        }
        return people;
    }

    private static String telephone(SplittableRandom random) {
        return "0" + (200_000_000L + random.nextLong(700_000_000L));
    }
}
