package org.unifiedhotline.masterrecords.scope;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
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

    /** All of a kind, or only some. */
    sealed interface Admitted<T> permits Centres, Provinces {
        /** Only these; empty: all. */
        Optional<Set<T>> only();

        /** Whether whatever the other admits is admitted. */
        static <T> boolean covers(Admitted<T> one, Admitted<T> other) {
            return one.only()
                    .map(some -> other.only().map(some::containsAll).orElse(false))
                    .orElse(true);
        }

        /** What either admits. */
        static <T> Optional<Set<T>> union(Admitted<T> one, Admitted<T> other) {
            return one.only().flatMap(some -> other.only().map(more -> ReaderScope.union(some, more)));
        }

        /** What both admit. */
        static <T> Optional<Set<T>> both(Admitted<T> one, Admitted<T> other) {
            return one.only()
                    .map(some -> other.only()
                            .map(more -> ReaderScope.both(some, more))
                            .orElse(some))
                    .or(other::only);
        }
    }

    /** Which centres' records a reader may know. */
    public sealed interface Centres extends Admitted<Centre> {
        /** Whether what this centre touched is within. */
        boolean admit(Centre centre);

        private static Centres of(Optional<Set<Centre>> only) {
            return only.<Centres>map(OnlyCentres::new).orElseGet(EveryCentre::new);
        }
    }

    /** All, also records that no centre has touched. */
    public record EveryCentre() implements Centres {
        @Override
        public boolean admit(Centre centre) {
            return true;
        }

        @Override
        public Optional<Set<Centre>> only() {
            return Optional.empty();
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

        @Override
        public Optional<Set<Centre>> only() {
            return Optional.of(centres);
        }
    }

    /** Which provinces' people a reader may know. */
    public sealed interface Provinces extends Admitted<String> {
        private static Provinces of(Optional<Set<String>> only) {
            return only.<Provinces>map(OnlyProvinces::new).orElseGet(EveryProvince::new);
        }
    }

    /** All, also people whose province is not known. */
    public record EveryProvince() implements Provinces {
        @Override
        public Optional<Set<String>> only() {
            return Optional.empty();
        }
    }

    /** Records of people at home in one of these, and no others; two-digit codes valid since 1 July 2025. */
    public record OnlyProvinces(Set<String> codes) implements Provinces {
        public OnlyProvinces {
            codes = Set.copyOf(codes);
        }

        /** Whether a home is in one of these; one that is not known is in none. */
        public boolean admit(@Nullable Place home) {
            return home != null && home.provinceSince() != null && codes.contains(home.provinceSince());
        }

        @Override
        public Optional<Set<String>> only() {
            return Optional.of(codes);
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
                || centres.only().filter(Set::isEmpty).isPresent()
                || provinces.only().filter(Set::isEmpty).isPresent();
    }

    /** Whether all that lies within the other lies within this one. */
    public boolean covers(ReaderScope other) {
        return sources.containsAll(other.sources)
                && labels.containsAll(other.labels)
                && Admitted.covers(centres, other.centres)
                && Admitted.covers(provinces, other.provinces);
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
                    Centres.of(Admitted.union(centres, other.centres)),
                    Provinces.of(Admitted.union(provinces, other.provinces)),
                    union(labels, other.labels));
        }
        return new ReaderScope(
                both(sources, other.sources),
                Centres.of(Admitted.both(centres, other.centres)),
                Provinces.of(Admitted.both(provinces, other.provinces)),
                both(labels, other.labels));
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
