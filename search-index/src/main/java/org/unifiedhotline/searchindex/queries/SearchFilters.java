package org.unifiedhotline.searchindex.queries;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The filters beside the box. Several values of one attribute mean any of them; several filters must all hold, each by
 * some source record in scope.
 *
 * @param values wanted values by attribute; one of a flag, where {@code false} keeps people of whom no record holds it
 * @param bornFrom earliest year of birth; people whose span reaches into the range are kept
 * @param bornTo latest year of birth, not before {@code bornFrom}
 * @param lastContactFrom earliest day of the last contact, in Việt Nam
 * @param lastContactTo latest day of the last contact, not before {@code lastContactFrom}
 */
public record SearchFilters(
        Map<Attribute, Set<String>> values,
        @Nullable Integer bornFrom,
        @Nullable Integer bornTo,
        @Nullable LocalDate lastContactFrom,
        @Nullable LocalDate lastContactTo) {
    private static final SearchFilters NONE = new SearchFilters(Map.of(), null, null, null, null);

    public SearchFilters {
        Map<Attribute, Set<String>> checked = new EnumMap<>(Attribute.class);
        values.forEach((attribute, wanted) -> {
            if (!wanted.stream().allMatch(attribute::knows)) {
                throw new IllegalArgumentException("'" + attribute.word() + "' has a value that is not one of its own");
            }
            if (attribute.isFlag() && wanted.size() > 1) {
                throw new IllegalArgumentException("'" + attribute.word() + "' is true or false");
            }
            if (!wanted.isEmpty()) {
                checked.put(attribute, Set.copyOf(wanted));
            }
        });
        values = Map.copyOf(checked);
        if (bornFrom != null && bornTo != null && bornTo < bornFrom) {
            throw new IllegalArgumentException("the latest year of birth does not come before the earliest");
        }
        if (lastContactFrom != null && lastContactTo != null && lastContactTo.isBefore(lastContactFrom)) {
            throw new IllegalArgumentException("the latest day of a contact does not come before the earliest");
        }
    }

    /** No filter at all. */
    public static SearchFilters none() {
        return NONE;
    }

    /** The same, and any of these values besides. */
    public SearchFilters with(Attribute attribute, String... wanted) {
        Map<Attribute, Set<String>> all = new EnumMap<>(Attribute.class);
        all.putAll(values);
        all.put(attribute, Set.of(wanted));
        return new SearchFilters(all, bornFrom, bornTo, lastContactFrom, lastContactTo);
    }

    /** The same, of people born in these years; null for no bound. */
    public SearchFilters born(@Nullable Integer from, @Nullable Integer to) {
        return new SearchFilters(values, from, to, lastContactFrom, lastContactTo);
    }

    /** The same, of people last in contact on one of these days; null for no bound. */
    public SearchFilters lastContact(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new SearchFilters(values, bornFrom, bornTo, from, to);
    }

    /** The same text for the same filters, in whatever order they were given. */
    String canonical() {
        Map<String, Set<String>> ordered = new TreeMap<>();
        values.forEach((attribute, wanted) -> ordered.put(attribute.word(), new TreeSet<>(wanted)));
        return ordered + " " + bornFrom + "-" + bornTo + " " + lastContactFrom + "-" + lastContactTo;
    }
}
