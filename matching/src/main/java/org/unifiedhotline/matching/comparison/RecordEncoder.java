package org.unifiedhotline.matching.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.MatchRecord;

/** Encodes records for a model. Safe for threads. */
public final class RecordEncoder {
    private static final Value[] NOTHING = {};
    private static final int MOST_INTERNED = 4_000_000;

    private final List<Attribute> attributes;
    private final AttributeComparator[] comparators;
    private final List<Set<String>> placeholders;
    private final List<List<String>> tableNames;
    private final Map<String, FrequencyTable> tables;
    private final List<String> kinds;
    private final List<Map<String, Value>> interned;
    private final boolean interning;

    private RecordEncoder(MatchModel model, boolean interning) {
        this.attributes = model.attributes();
        this.interning = interning;
        this.comparators = attributes.stream().map(RecordEncoder::comparator).toArray(AttributeComparator[]::new);
        this.placeholders = attributes.stream().map(RecordEncoder::placeholders).toList();
        this.interned = new ArrayList<>();
        this.tableNames =
                Arrays.stream(comparators).map(AttributeComparator::tables).toList();
        this.tables = model.trained().map(trained -> trained.frequencies()).orElse(Map.of());
        for (int i = 0; i < comparators.length; i++) {
            interned.add(new ConcurrentHashMap<>());
        }
        Set<String> names = new TreeSet<>();
        model.trained()
                .ifPresent(trained -> trained.weights().keySet().forEach(pair -> {
                    names.add(pair.substring(0, pair.indexOf('+')));
                    names.add(pair.substring(pair.indexOf('+') + 1));
                }));
        this.kinds = new ArrayList<>(names);
    }

    /** An encoder that keeps nothing between records. */
    public static RecordEncoder of(MatchModel model) {
        return new RecordEncoder(model, false);
    }

    /** An encoder that shares equal values among the records of one bulk run, for memory and speed. */
    public static RecordEncoder sharing(MatchModel model) {
        return new RecordEncoder(model, true);
    }

    private static Set<String> placeholders(Attribute attribute) {
        return attribute.placeholders().stream().map(Folding::plain).collect(Collectors.toUnmodifiableSet());
    }

    static AttributeComparator comparator(Attribute attribute) {
        return switch (attribute.kind()) {
            case FULL_NAME, GIVEN_NAME, FAMILY_NAME -> new NameComparator(attribute);
            case DATE -> new DateComparator(attribute);
            case PLACE -> new PlaceComparator(attribute);
            case TELEPHONE, IDENTIFIER, EMAIL, TEXT, CODE, NUMBER -> new PlainComparator(attribute);
        };
    }

    /**
     * Takes a record apart.
     *
     * @throws IllegalArgumentException if it has values of an attribute that the model does not know
     */
    public EncodedRecord encode(MatchRecord record) {
        for (String name : record.values().keySet()) {
            if (attributes.stream().noneMatch(attribute -> attribute.name().equals(name))) {
                throw new IllegalArgumentException(
                        "record " + record.key() + " has attribute \"" + name + "\", which the model does not know");
            }
        }
        Value[][] values = new Value[comparators.length][];
        for (int i = 0; i < comparators.length; i++) {
            values[i] = values(i, record.values().getOrDefault(attributes.get(i).name(), List.of()));
        }
        return new EncodedRecord(
                record.id(),
                record.key(),
                kind(record.kind()),
                record.kind(),
                record.source(),
                record.relations(),
                values);
    }

    /**
     * Takes apart a record with one text an attribute, in the order of the model's attributes; an empty one is missing.
     */
    public EncodedRecord encode(long id, String key, String kind, String source, List<String> texts) {
        Value[][] values = new Value[comparators.length][];
        for (int i = 0; i < comparators.length; i++) {
            Value value = value(i, texts.get(i));
            values[i] = value == null ? NOTHING : value.alone();
        }
        return new EncodedRecord(id, key, kind(kind), kind, source, List.of(), values);
    }

    /**
     * Takes the adjustments of the records' values from frequency tables; of no other records of this encoder may anything be
     * asked meanwhile.
     */
    public void weigh(List<EncodedRecord> records, Map<String, FrequencyTable> by) {
        records.parallelStream().forEach(record -> {
            for (int i = 0; i < comparators.length; i++) {
                for (int which = 0; which < record.count(i); which++) {
                    record.value(i, which).weighBy(by, tableNames.get(i));
                }
            }
        });
    }

    /** The number of a kind of record; a new one for a kind that the model was not trained for. */
    private synchronized int kind(String name) {
        int at = kinds.indexOf(name);
        if (at < 0) {
            kinds.add(name);
            return kinds.size() - 1;
        }
        return at;
    }

    /** The kinds of records met, by number. */
    public synchronized List<String> kinds() {
        return List.copyOf(kinds);
    }

    private Value[] values(int attribute, List<String> texts) {
        if (texts.isEmpty()) {
            return NOTHING;
        }
        if (texts.size() == 1) {
            Value value = value(attribute, texts.getFirst());
            return value == null ? NOTHING : value.alone();
        }
        Set<Value> distinct = new LinkedHashSet<>();
        for (String text : new TreeSet<>(texts)) {
            Value value = value(attribute, text);
            if (value != null) {
                distinct.add(value);
            }
        }
        return distinct.toArray(Value[]::new);
    }

    private @Nullable Value value(int attribute, String text) {
        if (text.isEmpty()) {
            return null;
        }
        Map<String, Value> known = interned.get(attribute);
        Value value = known.get(text);
        if (value == null) {
            value = read(attribute, text);
            if (interning && value != null && known.size() < MOST_INTERNED) {
                Value earlier = known.putIfAbsent(text, value);
                return earlier == null ? value : earlier;
            }
        }
        return value;
    }

    private @Nullable Value read(int attribute, String text) {
        boolean isNothing = !placeholders.get(attribute).isEmpty()
                && placeholders.get(attribute).contains(Folding.plain(text));
        Value value = isNothing ? null : comparators[attribute].read(text);
        if (value != null) {
            value.weighBy(tables, tableNames.get(attribute));
        }
        return value;
    }

    /** Whether the commonness of an attribute's values is counted among the records present. */
    static boolean isCounted(Attribute attribute) {
        return attribute.kind() == Kind.TELEPHONE || attribute.kind() == Kind.EMAIL;
    }
}
