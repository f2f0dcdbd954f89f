package org.unifiedhotline.matching.evaluation;

import java.util.Map;
import java.util.Set;

/**
 * Who is who, as somebody knows it.
 *
 * @param persons the person of each record, by the record's key
 * @param resolvable the records that hold enough to be linked at all; all of them where nothing was said of it
 * @param households the household of each person; empty where it is not known
 */
public record Truth(Map<String, String> persons, Set<String> resolvable, Map<String, String> households) {
    public Truth {
        persons = Map.copyOf(persons);
        resolvable = Set.copyOf(resolvable);
        households = Map.copyOf(households);
    }

    /** Persons only: every record counts as resolvable, and no household is known. */
    public static Truth of(Map<String, String> persons) {
        return new Truth(persons, persons.keySet(), Map.of());
    }

    /** Whether the truth tells of a record. */
    public boolean knows(String key) {
        return persons.containsKey(key);
    }

    /** Whether two records that it knows are one person. */
    public boolean isOnePerson(String keyA, String keyB) {
        String person = persons.get(keyA);
        return person != null && person.equals(persons.get(keyB));
    }

    /** Whether two records hold enough, both of them. */
    public boolean areResolvable(String keyA, String keyB) {
        return resolvable.contains(keyA) && resolvable.contains(keyB);
    }

    /** Whether two records are of one household, one person or two. */
    public boolean isOneHousehold(String keyA, String keyB) {
        String left = households.get(persons.getOrDefault(keyA, ""));
        return left != null && left.equals(households.get(persons.getOrDefault(keyB, "")));
    }
}
