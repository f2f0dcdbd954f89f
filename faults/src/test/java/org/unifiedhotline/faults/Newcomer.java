package org.unifiedhotline.faults;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.Stream.Builder;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Households;

/** Somebody whom nobody knows yet; all of them as unlike each other as real ones: many who resemble each other would be a fault of their own. */
record Newcomer(String name, String telephone) {
    /** So many of them; always the same ones for the suite's seed and this number. */
    static List<Newcomer> some(int number, int count) {
        SampleWorld world = SampleWorld.of(Seed.VALUE + 7919L * number, 1);
        Households households = new Households(world.seed(), world.until());
        return Stream.iterate(0L, index -> index + 1)
                .flatMap(index -> members(households.make(index, 1)))
                .limit(count)
                .toList();
    }

    private static Stream<Newcomer> members(Household household) {
        Builder<Newcomer> members = Stream.builder();
        household.members().stream()
                .filter(member -> member.telephone() != null && !household.isShelter())
                .forEach(member -> members.add(new Newcomer(
                        member.name().full(), member.telephone().second().today())));
        return members.build();
    }
}
