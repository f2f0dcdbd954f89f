package org.unifiedhotline.matching.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.Levels;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.CountedValue;
import org.unifiedhotline.matching.record.Relation;

/** Compares two records of a model, feature by feature. Safe for threads: what changes is in the vector. */
public final class RecordComparator {
    private final List<Attribute> attributes;
    private final AttributeComparator[] comparators;
    private final int[] offsets;
    private final int features;
    private final int givenName;
    private final int familyName;

    public RecordComparator(MatchModel model) {
        attributes = model.attributes();
        comparators = attributes.stream().map(RecordEncoder::comparator).toArray(AttributeComparator[]::new);
        offsets = new int[comparators.length];
        int next = 0;
        for (int i = 0; i < comparators.length; i++) {
            offsets[i] = next;
            next += attributes.get(i).features().size();
        }
        features = next;
        givenName = only(Kind.GIVEN_NAME);
        familyName = only(Kind.FAMILY_NAME);
    }

    private int only(Kind kind) {
        int found = -1;
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).kind() == kind) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** A vector of the right size. */
    public ComparisonVector newVector() {
        return new ComparisonVector(features);
    }

    /** Compares two records; the result stands in the vector. */
    public void compare(EncodedRecord a, EncodedRecord b, Commonness commonness, ComparisonVector vector) {
        vector.clear();
        vector.commonness = commonness;
        boolean sets = a.hasSets() || b.hasSets();
        for (int i = 0; i < comparators.length; i++) {
            Value left = a.first(i);
            Value right = b.first(i);
            if (left != null && right != null) {
                if (sets && (a.count(i) > 1 || b.count(i) > 1)) {
                    comparators[i].compareSets(a.values(i), b.values(i), vector, offsets[i]);
                } else {
                    comparators[i].compareOnly(left, right, vector, offsets[i]);
                }
            }
        }
        if (givenName >= 0 && familyName >= 0) {
            swappedNames(a, b, vector);
        }
    }

    /** A given name in the column of the family name and the other way round. */
    private void swappedNames(EncodedRecord a, EncodedRecord b, ComparisonVector vector) {
        int given = offsets[givenName];
        int family = offsets[familyName];
        if (vector.levels[given] < Levels.NAME_SLIP || vector.levels[family] < Levels.NAME_SLIP) {
            return;
        }
        if (!(a.first(givenName) instanceof NameValue givenA)
                || !(a.first(familyName) instanceof NameValue familyA)
                || !(b.first(givenName) instanceof NameValue givenB)
                || !(b.first(familyName) instanceof NameValue familyB)) {
            return;
        }
        if (!mayBeSwapped(givenA, familyB) && !mayBeSwapped(familyA, givenB)) {
            return;
        }
        int one = NamePart.level(givenA.given, familyB.given, true, vector.edits);
        int other = NamePart.level(familyA.given, givenB.given, true, vector.edits);
        if (Math.min(one, other) <= Levels.NAME_UNMARKED && Math.max(one, other) <= Levels.NAME_SIMILAR) {
            vector.levels[given] = Levels.NAME_OTHER_ORDER;
            vector.levels[family] = Feature.MISSING;
            vector.adjustments[given] = Math.min(givenA.adjustments[0], givenB.adjustments[0]);
            vector.adjustments[family] = 0;
        }
    }

    /** Whether the levels of {@link #swappedNames} are worth working out: one of the two must be equal. */
    private static boolean mayBeSwapped(NameValue a, NameValue b) {
        return a.given != null && b.given != null && a.given.letters.isSame(b.given.letters);
    }

    /** What the relations of the two say, if anything; what forbids goes before what speaks for one person. */
    public static Relation.@Nullable Kind relation(EncodedRecord a, EncodedRecord b) {
        if (a.relations().isEmpty() || b.relations().isEmpty()) {
            return null;
        }
        Relation.Kind said = null;
        for (Relation relation : a.relations()) {
            if (relation.otherKey().equals(b.key())) {
                if (relation.kind() == Relation.Kind.FAMILY || relation.kind() == Relation.Kind.OTHER_PERSON) {
                    return relation.kind();
                }
                said = said == Relation.Kind.SELF ? said : relation.kind();
            }
        }
        return said;
    }

    /** Whether each has an exclusive identifier of one type, both sound, and they are more than a slip apart. */
    public boolean isConflict(EncodedRecord a, EncodedRecord b, ComparisonVector vector) {
        for (int i = 0; i < comparators.length; i++) {
            Attribute attribute = attributes.get(i);
            if (!attribute.exclusive().isEmpty()
                    && vector.levels[offsets[i]] == Levels.NUMBER_LIKE_DIFFERENT
                    && conflicts(a.values(i), b.values(i), attribute, vector.edits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean conflicts(Value[] a, Value[] b, Attribute attribute, DamerauLevenshtein edits) {
        for (Value left : a) {
            for (Value right : b) {
                PlainValue one = (PlainValue) left;
                PlainValue other = (PlainValue) right;
                if (!one.doubtful
                        && !other.doubtful
                        && one.head.equals(other.head)
                        && attribute.exclusive().contains(one.head)
                        && edits.distance(one.letters.chars, other.letters.chars, 1) > 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The values of a record whose commonness counts. */
    public List<CountedValue> countedValues(EncodedRecord record) {
        List<CountedValue> counted = new ArrayList<>();
        for (int i = 0; i < comparators.length; i++) {
            if (RecordEncoder.isCounted(attributes.get(i))) {
                for (Value value : record.values(i)) {
                    counted.add(new CountedValue(attributes.get(i).name(), value.hash(), nameHash(record)));
                }
            }
        }
        return counted;
    }

    private static final long[] NO_HASHES = {};

    /** Whether any attribute has values whose commonness counts. */
    public boolean hasCountedValues() {
        return attributes.stream().anyMatch(RecordEncoder::isCounted);
    }

    /** The hashes of the values of a record whose commonness counts. */
    public long[] countedHashes(EncodedRecord record) {
        long[] hashes = NO_HASHES;
        for (int i = 0; i < comparators.length; i++) {
            if (record.count(i) > 0 && RecordEncoder.isCounted(attributes.get(i))) {
                for (Value value : record.values(i)) {
                    hashes = Arrays.copyOf(hashes, hashes.length + 1);
                    hashes[hashes.length - 1] = value.hash();
                }
            }
        }
        return hashes;
    }

    /** The hash of the given name of a record, by which holders of a counted value are told apart; 0 without one. */
    public long nameHash(EncodedRecord record) {
        for (int i = 0; i < comparators.length; i++) {
            Kind kind = attributes.get(i).kind();
            if ((kind == Kind.FULL_NAME || kind == Kind.GIVEN_NAME) && record.count(i) > 0) {
                return Hashing.of(record.value(i, 0).term(NameValue.GIVEN));
            }
        }
        return 0;
    }

    /** The names of the frequency tables of an attribute, and by {@link #term} the terms of its values. */
    public List<String> tables(int attribute) {
        return comparators[attribute].tables();
    }

    /** The term of a value that counts in one of the attribute's tables; empty if none. */
    public static String term(Value value, int slot) {
        return value.term(slot);
    }

    /** The first feature of an attribute. */
    public int offset(int attribute) {
        return offsets[attribute];
    }

    /** What a record has for a feature, in words. */
    public String words(EncodedRecord record, Feature feature) {
        String name = feature.name().split("\\.")[0];
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(name)) {
                for (Value value : record.values(i)) {
                    words.append(words.isEmpty() ? "" : " · ").append(value.text());
                }
            }
        }
        return words.toString();
    }
}
