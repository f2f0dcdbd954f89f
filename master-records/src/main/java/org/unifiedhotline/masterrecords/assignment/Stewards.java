package org.unifiedhotline.masterrecords.assignment;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who the stewards are, and which accounts are one person. */
public final class Stewards {
    private final String machineEnding;
    private final Map<String, String> samePerson;
    private final Steward others;
    private final Map<String, Steward> named;

    /**
     * Stewards.
     *
     * @param machineEnding ends the account of a machine that acts for a person; empty if none does
     * @param samePerson other accounts of a person
     * @param others what holds for those who are not named
     */
    Stewards(String machineEnding, Map<String, String> samePerson, Steward others, Collection<Steward> named) {
        this.machineEnding = machineEnding;
        this.samePerson = Map.copyOf(samePerson);
        this.others = others;
        this.named = new TreeMap<>();
        named.forEach(steward -> this.named.put(steward.account(), steward));
    }

    /** Nobody named, everybody cleared, each account a person. */
    public static Stewards unnamed() {
        Steward everybody = new Steward("", Set.of(), Set.of(), EnumSet.allOf(Sensitivity.class));
        return new Stewards("", Map.of(), everybody, List.of());
    }

    /** The account of the person that this account acts for; most are their own. */
    public String person(String account) {
        String known = samePerson.getOrDefault(account, account);
        boolean machine =
                !machineEnding.isEmpty() && known.endsWith(machineEnding) && known.length() > machineEnding.length();
        return machine ? known.substring(0, known.length() - machineEnding.length()) : known;
    }

    public boolean arePerson(String account, String other) {
        return person(account).equals(person(other));
    }

    /** Who is behind an account. */
    public Steward of(String account) {
        String person = person(account);
        Steward steward = named.get(person);
        return steward != null
                ? steward
                : new Steward(person, others.centres(), others.expertise(), others.clearance());
    }

    /** Those of the named whom a task suits, by account. */
    public List<Steward> suitedTo(TaskScope task) {
        return named.values().stream().filter(steward -> steward.suits(task)).toList();
    }
}
