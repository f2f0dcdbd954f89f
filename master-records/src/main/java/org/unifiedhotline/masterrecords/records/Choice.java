package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Rule;

/** The values that the members of one person hold of one attribute, and which of them stands. */
final class Choice<T> {
    private final SurvivorshipRules rules;
    private final Function<T, Object> identity;
    private final ToIntFunction<T> completeness;
    private final ToIntFunction<T> length;
    private final Map<Object, Held<T>> values = new LinkedHashMap<>();

    /** A distinct value and who holds it; of several writings that of the member changed last. */
    private static final class Held<T> {
        private T value;
        private Instant latest;
        private int trust;
        private final List<SourceRecordKey> from = new ArrayList<>(1);

        Held(T value, Instant latest, int trust) {
            this.value = value;
            this.latest = latest;
            this.trust = trust;
        }
    }

    /**
     * Begins.
     *
     * @param identity what makes two values one
     * @param completeness how much a value says
     * @param length how long it is as written
     */
    Choice(
            SurvivorshipRules rules,
            Function<T, Object> identity,
            ToIntFunction<T> completeness,
            ToIntFunction<T> length) {
        this.rules = rules;
        this.identity = identity;
        this.completeness = completeness;
        this.length = length;
    }

    /** Where neither completeness nor length says anything. */
    Choice(SurvivorshipRules rules, Function<T, Object> identity) {
        this(rules, identity, value -> 0, value -> 0);
    }

    /** Adds what a member says; members come in the order of their keys. */
    void add(PersonRecord member, @Nullable T value) {
        if (value == null) {
            return;
        }
        Instant changed = Objects.requireNonNullElse(member.updatedAt(), member.createdAt());
        int at = rules.trust().indexOf(member.key().table());
        int trust = at < 0 ? Integer.MIN_VALUE : -at;
        Held<T> held = values.computeIfAbsent(identity.apply(value), unseen -> new Held<>(value, changed, trust));
        if (changed.isAfter(held.latest)) {
            held.latest = changed;
            held.value = value;
        }
        held.trust = Math.max(held.trust, trust);
        if (!held.from.contains(member.key())) {
            held.from.add(member.key());
        }
    }

    /** The value that the pinned record holds, else the one that the rules choose; null if no member holds one. */
    @Nullable
    Sourced<T> standing(Attribute attribute, Pins pins) {
        SourceRecordKey pinned = pins.of(attribute);
        return values.values().stream()
                .filter(held -> pinned != null && held.from.contains(pinned))
                .findFirst()
                .map(held -> new Sourced<>(held.value, held.from, "pinned"))
                .orElseGet(() -> chosen(attribute));
    }

    /** Those that are kept of what a person has several of, save one. */
    List<Sourced<T>> kept(Attribute attribute, @Nullable Sourced<T> save) {
        if (save != null) {
            values.remove(identity.apply(save.value()));
        }
        if (rules.of(attribute).contains(Rule.ALL_DISTINCT)) {
            return values.values().stream()
                    .map(held -> new Sourced<>(held.value, held.from, Rule.ALL_DISTINCT.code()))
                    .toList();
        }
        Sourced<T> one = chosen(attribute);
        return one == null ? List.of() : List.of(one);
    }

    private @Nullable Sourced<T> chosen(Attribute attribute) {
        List<Held<T>> left = List.copyOf(values.values());
        String decided = "only-value";
        for (Rule rule : rules.of(attribute)) {
            if (left.size() > 1) {
                List<Held<T>> best = best(left, comparator(rule));
                decided = best.size() < left.size() ? rule.code() : decided;
                left = best;
            }
        }
        if (left.isEmpty()) {
            return null;
        }
        Held<T> chosen = left.getFirst();
        return new Sourced<>(chosen.value, chosen.from, left.size() > 1 ? "first-key" : decided);
    }

    private Comparator<Held<T>> comparator(Rule rule) {
        return switch (rule) {
            case MOST_COMPLETE -> Comparator.comparingInt(held -> completeness.applyAsInt(held.value));
            case MOST_FREQUENT -> Comparator.comparingInt(held -> held.from.size());
            case MOST_TRUSTED -> Comparator.comparingInt(held -> held.trust);
            case MOST_RECENT -> Comparator.comparing(held -> held.latest);
            case LONGEST -> Comparator.comparingInt(held -> length.applyAsInt(held.value));
            case ALL_DISTINCT -> (_, _) -> 0;
        };
    }

    private static <H> List<H> best(List<H> all, Comparator<H> order) {
        H best = all.stream().max(order).orElseThrow();
        return all.stream().filter(one -> order.compare(one, best) == 0).toList();
    }
}
