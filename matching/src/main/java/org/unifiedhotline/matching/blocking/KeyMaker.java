package org.unifiedhotline.matching.blocking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Hashing;
import org.unifiedhotline.matching.comparison.Value;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.BlockingRule;
import org.unifiedhotline.matching.model.KeyPart;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.BlockingKey;
import org.unifiedhotline.matching.record.Relation;

/** Makes the blocking keys of records. Safe for threads. */
public final class KeyMaker {
    /** A last key held by more records than this times the model's limit is not followed: nothing could tell them apart. */
    private static final int MOST_FOR_LAST = 64;

    /** More chains than this a rule and record are cut off, in the order of the values. */
    private static final int MOST_CHAINS = 24;

    private static final long MISSING = Hashing.of("(missing)");

    private record Part(int attribute, String form) {}

    private record Rule(int number, List<Part> key, List<Part> refine, long salt) {}

    private final List<Rule> rules = new ArrayList<>();
    private final int relationRule;
    private final int commonAbove;

    public KeyMaker(MatchModel model) {
        List<BlockingRule> all = model.blocking();
        for (int i = 0; i < all.size(); i++) {
            BlockingRule rule = all.get(i);
            boolean exact = rule.key().size() == 1 && isExact(rule.key().getFirst(), model.attributes());
            rules.add(new Rule(
                    i,
                    parts(rule.key(), model.attributes()),
                    exact ? List.of() : parts(rule.refine(), model.attributes()),
                    Hashing.of(rule.toString())));
        }
        relationRule = all.size();
        commonAbove = model.commonAbove();
    }

    /** Keys of exact identifiers are never refined. */
    private static boolean isExact(KeyPart part, List<Attribute> attributes) {
        return part.form().isEmpty()
                && attributes.stream().anyMatch(a -> a.name().equals(part.attribute()) && a.kind() == Kind.IDENTIFIER);
    }

    private static List<Part> parts(List<KeyPart> parts, List<Attribute> attributes) {
        List<String> names = attributes.stream().map(Attribute::name).toList();
        return parts.stream()
                .map(part -> new Part(names.indexOf(part.attribute()), part.form()))
                .toList();
    }

    /** The keys of a record, each once, those of a chain from the first level to the last. */
    public List<BlockingKey> keys(EncodedRecord record) {
        Map<Long, BlockingKey> keys = new LinkedHashMap<>();
        for (int rule = 0; rule < ruleCount(); rule++) {
            addKeys(rule, record, keys);
        }
        return List.copyOf(keys.values());
    }

    /** Whether pairs that share a key are candidates, given how many hold it and its parent. */
    public boolean isLive(BlockingKey key, long holders, long parentHolders) {
        boolean reached = key.level() == 0 || parentHolders > commonAbove;
        return reached && isLive(holders, key.last());
    }

    /** The same for a key that is reached: one of level 0, or of a common parent. */
    public boolean isLive(long holders, boolean last) {
        return holders <= (last ? (long) commonAbove * MOST_FOR_LAST : commonAbove);
    }

    /**
     * The only key of level 0 that a rule gives a record; {@link Value#NO_KEY} or {@link Value#SEVERAL_KEYS} where it gives
     * not just one. The same as {@link #keys} says, without making lists.
     */
    public long onlyKey(EncodedRecord record, int rule) {
        if (rule == relationRule) {
            return record.relations().isEmpty() ? Value.NO_KEY : Value.SEVERAL_KEYS;
        }
        long hash = rules.get(rule).salt();
        for (Part part : rules.get(rule).key()) {
            long form = only(record, part);
            if (form == Value.NO_KEY || form == Value.SEVERAL_KEYS) {
                return form;
            }
            hash = Hashing.then(hash, form);
        }
        return hash;
    }

    /** The only key of a level, from 1, that refines a key of the record, or {@link Value#SEVERAL_KEYS}. */
    public long onlyRefined(EncodedRecord record, int rule, int level, long parent) {
        long form = only(record, rules.get(rule).refine().get(level - 1));
        return form == Value.SEVERAL_KEYS
                ? Value.SEVERAL_KEYS
                : Hashing.then(parent, form == Value.NO_KEY ? MISSING : form);
    }

    private static long only(EncodedRecord record, Part part) {
        Value first = record.first(part.attribute());
        if (first == null) {
            return Value.NO_KEY;
        }
        return record.count(part.attribute()) > 1 ? Value.SEVERAL_KEYS : first.keyHash(part.form());
    }

    /** How far a rule's keys are refined: the number of its last level. */
    public int lastLevel(int rule) {
        return rule == relationRule ? 0 : rules.get(rule).refine().size();
    }

    /** How many rules there are, the one of relations included. */
    public int ruleCount() {
        return rules.size() + 1;
    }

    /** The keys that one rule gives a record. */
    public List<BlockingKey> keys(EncodedRecord record, int rule) {
        Map<Long, BlockingKey> keys = new LinkedHashMap<>();
        addKeys(rule, record, keys);
        return List.copyOf(keys.values());
    }

    private void addKeys(int rule, EncodedRecord record, Map<Long, BlockingKey> keys) {
        if (rule == relationRule) {
            addRelationKeys(record, keys);
        } else {
            addKeys(rules.get(rule), record, keys);
        }
    }

    /** People whom a case says to be one meet whatever else they have in common. */
    private void addRelationKeys(EncodedRecord record, Map<Long, BlockingKey> keys) {
        for (Relation relation : record.relations()) {
            if (relation.kind() == Relation.Kind.SELF) {
                boolean first = record.key().compareTo(relation.otherKey()) < 0;
                long smaller = Hashing.of(first ? record.key() : relation.otherKey());
                long greater = Hashing.of(first ? relation.otherKey() : record.key());
                long hash = Hashing.then(smaller, greater);
                keys.put(hash, new BlockingKey(relationRule, 0, hash, 0, true));
            }
        }
    }

    private static void addKeys(Rule rule, EncodedRecord record, Map<Long, BlockingKey> keys) {
        List<Long> level = List.of(rule.salt());
        for (Part part : rule.key()) {
            level = product(level, forms(record, part), false);
        }
        boolean last = rule.refine().isEmpty();
        for (long hash : level) {
            keys.putIfAbsent(hash, new BlockingKey(rule.number(), 0, hash, 0, last));
        }
        for (int depth = 1; depth <= rule.refine().size(); depth++) {
            List<String> forms = forms(record, rule.refine().get(depth - 1));
            List<Long> next = new ArrayList<>();
            last = depth == rule.refine().size();
            for (long parent : level) {
                for (long hash : product(List.of(parent), forms, true)) {
                    if (next.size() < MOST_CHAINS) {
                        keys.putIfAbsent(hash, new BlockingKey(rule.number(), depth, hash, parent, last));
                        next.add(hash);
                    }
                }
            }
            level = next;
        }
    }

    private static List<Long> product(List<Long> prefixes, List<String> forms, boolean missingToo) {
        List<Long> product = new ArrayList<>();
        for (long prefix : prefixes) {
            if (forms.isEmpty() && missingToo) {
                product.add(Hashing.then(prefix, MISSING));
            }
            for (String form : forms) {
                if (product.size() < MOST_CHAINS) {
                    product.add(Hashing.then(prefix, Hashing.of(form)));
                }
            }
        }
        return product;
    }

    private static List<String> forms(EncodedRecord record, Part part) {
        int count = record.count(part.attribute());
        if (count == 1) {
            return record.value(part.attribute(), 0).keys(part.form());
        }
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (String form : record.value(part.attribute(), i).keys(part.form())) {
                if (!forms.contains(form)) {
                    forms.add(form);
                }
            }
        }
        return forms;
    }
}
