package org.unifiedhotline.masterrecords.scope;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * What a reader may know. A source record lies within if its system, its label, the province of whom it speaks of, and one of the
 * centres that touched it do.
 *
 * @param sources the source systems, each of which is one line
 * @param centres the centres
 * @param provinces the provinces at home in which people are
 * @param labels the labels
 */
public record ReaderScope(Set<SourceSystem> sources, Centres centres, Provinces provinces, Set<Label> labels) {
    /** Nothing. */
    public static final ReaderScope NONE =
            new ReaderScope(Set.of(), new OnlyCentres(Set.of()), new OnlyProvinces(Set.of()), Set.of());
    /** Everything. */
    public static final ReaderScope ALL = new ReaderScope(
            EnumSet.allOf(SourceSystem.class), new EveryCentre(), new EveryProvince(), EnumSet.allOf(Label.class));

    public ReaderScope {
        sources = Set.copyOf(sources);
        labels = Set.copyOf(labels);
    }

    /** Which centres' records a reader may know. */
    public sealed interface Centres {
        /** Whether what this centre touched is within. */
        boolean admit(Centre centre);
    }

    /** All, also records that no centre has touched. */
    public record EveryCentre() implements Centres {
        @Override
        public boolean admit(Centre centre) {
            return true;
        }
    }

    /** Records that one of these has touched by a contact, and no others. */
    public record OnlyCentres(Set<Centre> centres) implements Centres {
        public OnlyCentres {
            centres = Set.copyOf(centres);
        }

        @Override
        public boolean admit(Centre centre) {
            return centres.contains(centre);
        }
    }

    /** Which provinces' people a reader may know. */
    public sealed interface Provinces {}

    /** All, also people whose province is not known. */
    public record EveryProvince() implements Provinces {}

    /** Records of people at home in one of these, and no others; two-digit codes valid since 1 July 2025. */
    public record OnlyProvinces(Set<String> codes) implements Provinces {
        public OnlyProvinces {
            codes = Set.copyOf(codes);
        }

        /** Whether a home is in one of these; one that is not known is in none. */
        public boolean admit(@Nullable Place home) {
            return home != null && home.provinceSince() != null && codes.contains(home.provinceSince());
        }
    }

    /** Whether nothing lies outside. */
    public boolean isWhole() {
        return covers(ALL);
    }

    /** Whether nothing lies within. */
    public boolean isNone() {
        return sources.isEmpty()
                || labels.isEmpty()
                || (centres instanceof OnlyCentres only && only.centres().isEmpty())
                || (provinces instanceof OnlyProvinces some && some.codes().isEmpty());
    }

    /** Whether all that lies within the other lies within this one. */
    public boolean covers(ReaderScope other) {
        return sources.containsAll(other.sources)
                && labels.containsAll(other.labels)
                && covers(centres, other.centres)
                && covers(provinces, other.provinces);
    }

    /**
     * What a reader may know who was granted both. Two that differ in one respect add up; of two that differ in several, where
     * neither covers the other, only what lies within both is left, for no one scope says what lies within either.
     */
    public ReaderScope with(ReaderScope other) {
        if (covers(other) || other.isNone()) {
            return this;
        }
        if (other.covers(this) || isNone()) {
            return other;
        }
        boolean sameSources = sources.equals(other.sources);
        boolean sameLabels = labels.equals(other.labels);
        boolean sameCentres = centres.equals(other.centres);
        boolean sameProvinces = provinces.equals(other.provinces);
        if (Stream.of(sameSources, sameLabels, sameCentres, sameProvinces)
                        .filter(same -> !same)
                        .count()
                <= 1) {
            return new ReaderScope(
                    union(sources, other.sources),
                    union(centres, other.centres),
                    union(provinces, other.provinces),
                    union(labels, other.labels));
        }
        return new ReaderScope(
                both(sources, other.sources),
                both(centres, other.centres),
                both(provinces, other.provinces),
                both(labels, other.labels));
    }

    private static boolean covers(Centres one, Centres other) {
        return switch (one) {
            case EveryCentre ignored -> true;
            case OnlyCentres only ->
                other instanceof OnlyCentres others && only.centres().containsAll(others.centres());
        };
    }

    private static Centres union(Centres one, Centres other) {
        return one instanceof OnlyCentres some && other instanceof OnlyCentres more
                ? new OnlyCentres(union(some.centres(), more.centres()))
                : new EveryCentre();
    }

    private static Centres both(Centres one, Centres other) {
        if (one instanceof OnlyCentres some) {
            return other instanceof OnlyCentres more ? new OnlyCentres(both(some.centres(), more.centres())) : one;
        }
        return other;
    }

    private static boolean covers(Provinces one, Provinces other) {
        return switch (one) {
            case EveryProvince ignored -> true;
            case OnlyProvinces only ->
                other instanceof OnlyProvinces others && only.codes().containsAll(others.codes());
        };
    }

    private static Provinces union(Provinces one, Provinces other) {
        return one instanceof OnlyProvinces some && other instanceof OnlyProvinces more
                ? new OnlyProvinces(union(some.codes(), more.codes()))
                : new EveryProvince();
    }

    private static Provinces both(Provinces one, Provinces other) {
        if (one instanceof OnlyProvinces some) {
            return other instanceof OnlyProvinces more ? new OnlyProvinces(both(some.codes(), more.codes())) : one;
        }
        return other;
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> some = new HashSet<>(one);
        some.retainAll(other);
        return some;
    }
}
