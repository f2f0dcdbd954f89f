package org.unifiedhotline.demo.people.households;

import java.util.List;
import java.util.Optional;

/**
 * People who live together, and a neighbour or teacher who knows them.
 *
 * @param index the household's place in the world, from 0
 * @param members never empty; parents and grandparents before children
 */
public record Household(long index, List<Person> members) {

    public Household {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a household has members");
        }
    }

    /** The first member with a role. */
    public Optional<Person> first(Role role) {
        return members.stream().filter(member -> member.role() == role).findFirst();
    }

    /** All members with a role, in order. */
    public List<Person> all(Role role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    /** True for a shelter, whose residents share a telephone and an address. */
    public boolean isShelter() {
        return members.getFirst().role() == Role.RESIDENT;
    }
}
