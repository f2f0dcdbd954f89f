package org.unifiedhotline.masterrecords.scope;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which fields a reader reads plainly, by the label of the record that holds them. All others arrive as a {@link Mask}, and
 * neither match nor count in a search.
 *
 * @param labels by kind, on whose records; a kind that is not there is masked everywhere
 */
public record PlainFields(Map<FieldKind, Set<Label>> labels) {
    /** Everything is masked. */
    public static final PlainFields NONE = new PlainFields(Map.of());
    /** Nothing is masked. */
    public static final PlainFields ALL = NONE.andEverywhere(EnumSet.allOf(FieldKind.class));

    public PlainFields {
        Map<FieldKind, Set<Label>> copied = new EnumMap<>(FieldKind.class);
        labels.forEach((kind, on) -> {
            if (!on.isEmpty()) {
                copied.put(kind, Set.copyOf(on));
            }
        });
        labels = Map.copyOf(copied);
    }

    /** On records of which labels this kind is read plainly. */
    public Set<Label> on(FieldKind kind) {
        return labels.getOrDefault(kind, Set.of());
    }

    /** Whether this kind is read plainly on a record of this label. */
    public boolean reads(FieldKind kind, Label label) {
        return on(kind).contains(label);
    }

    /** Whether a value is read plainly that records of all these labels hold: one of them is enough. */
    public boolean readsOnOneOf(FieldKind kind, Collection<Label> holders) {
        return holders.stream().anyMatch(on(kind)::contains);
    }

    /** Whether this kind is read plainly whichever record holds it. */
    public boolean readsEverywhere(FieldKind kind) {
        return on(kind).containsAll(EnumSet.allOf(Label.class));
    }

    /** What is read plainly by whoever was granted either. */
    public PlainFields with(PlainFields other) {
        Map<FieldKind, Set<Label>> both = new EnumMap<>(FieldKind.class);
        for (FieldKind kind : FieldKind.values()) {
            Set<Label> on = new HashSet<>(on(kind));
            on.addAll(other.on(kind));
            both.put(kind, on);
        }
        return new PlainFields(both);
    }

    /** The same, and these kinds on every record. */
    public PlainFields andEverywhere(Collection<FieldKind> kinds) {
        Map<FieldKind, Set<Label>> more = new EnumMap<>(FieldKind.class);
        more.putAll(labels);
        kinds.forEach(kind -> more.put(kind, EnumSet.allOf(Label.class)));
        return new PlainFields(more);
    }

    /** The same text for the same fields. */
    public String canonical() {
        Map<FieldKind, Set<Label>> ordered = new EnumMap<>(FieldKind.class);
        labels.forEach((kind, on) -> ordered.put(kind, EnumSet.copyOf(on)));
        return ordered.toString();
    }
}
