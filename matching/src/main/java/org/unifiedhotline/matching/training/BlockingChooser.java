package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.BlockingRule;
import org.unifiedhotline.matching.model.KeyPart;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Blocking rules for a model that has none: each form of each attribute that can tell people apart opens a rule, refined —
 * where a value turns out common — by what the other attributes say. A true pair is then lost only if it agrees on no rare
 * value, nor on any two common ones.
 */
final class BlockingChooser {
    private static final int MOST_FOR_TRAIT = 20;

    /** In a small table keys may be commoner before they are refined: there are few pairs in any case. */
    private static final int PAIRS_OF_SMALL_TABLES = 500_000;

    private static final int MOST_COMMON = 1024;

    /** Where keys may be as common as this, parts of values open rules, too. */
    private static final int COMMON_WHERE_FURTHER = 128;

    private BlockingChooser() {}

    /** The rules for a model and records that are taken apart for it. */
    static MatchModel choose(MatchModel model, List<EncodedRecord> records) {
        int common = model.commonAbove() == MatchModel.COMMON_ABOVE
                ? Math.clamp(PAIRS_OF_SMALL_TABLES / Math.max(1, records.size()), model.commonAbove(), MOST_COMMON)
                : model.commonAbove();
        List<BlockingRule> rules = new ArrayList<>();
        for (int i = 0; i < model.attributes().size(); i++) {
            Attribute attribute = model.attributes().get(i);
            if (attribute.kind() == Kind.CODE && isTrait(i, records)) {
                continue;
            }
            List<String> openings = new ArrayList<>(openings(attribute));
            openings.addAll(common >= COMMON_WHERE_FURTHER ? furtherOpenings(attribute) : List.of());
            for (String form : openings) {
                KeyPart first = new KeyPart(attribute.name(), form);
                for (List<KeyPart> refine : refinements(model, attribute)) {
                    rules.add(new BlockingRule(List.of(first), refine));
                }
            }
        }
        return model.withBlocking(rules, common);
    }

    /** Whether an attribute has few values, as a sex has: it tells nobody apart, but may refine. */
    private static boolean isTrait(int attribute, List<EncodedRecord> records) {
        Set<String> values = new HashSet<>();
        for (EncodedRecord record : records) {
            for (int which = 0; which < record.count(attribute); which++) {
                values.add(record.value(attribute, which).text());
                if (values.size() > MOST_FOR_TRAIT) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> openings(Attribute attribute) {
        return switch (attribute.kind()) {
            case FULL_NAME -> List.of("", "given");
            case GIVEN_NAME, FAMILY_NAME -> List.of("", "sound");
            case DATE -> List.of("", "month", "daymonth", "yearday");
            case TELEPHONE, IDENTIFIER -> List.of("");
            case EMAIL -> List.of("", "local");
            case TEXT -> List.of("");
            case CODE, PLACE, NUMBER -> List.of("");
        };
    }

    /** Parts of values, which survive a slip elsewhere in them: affordable in a small table. */
    private static List<String> furtherOpenings(Attribute attribute) {
        return switch (attribute.kind()) {
            case GIVEN_NAME, FAMILY_NAME -> List.of("prefix", "end");
            case FULL_NAME -> List.of("family");
            case DATE -> List.of("around");
            case TEXT -> List.of("sound", "prefix", "end");
            case IDENTIFIER -> List.of("prefix", "end");
            case EMAIL, CODE -> List.of("prefix");
            case TELEPHONE, PLACE, NUMBER -> List.of();
        };
    }

    /** Two ways to refine, each beginning with another attribute, so that one missing or wrong value loses no pair. */
    private static List<List<KeyPart>> refinements(MatchModel model, Attribute opening) {
        List<KeyPart> others = new ArrayList<>();
        for (Attribute attribute : model.attributes()) {
            if (!attribute.equals(opening)) {
                refining(attribute).forEach(form -> others.add(new KeyPart(attribute.name(), form)));
            }
        }
        if (others.size() < 2) {
            return List.of(others);
        }
        List<List<KeyPart>> ways = new ArrayList<>();
        int half = others.size() / 2;
        ways.add(others);
        List<KeyPart> rotated = new ArrayList<>(others.subList(half, others.size()));
        rotated.addAll(others.subList(0, half));
        ways.add(rotated);
        return ways;
    }

    private static List<String> refining(Attribute attribute) {
        return switch (attribute.kind()) {
            case FULL_NAME -> List.of("given", "family");
            case GIVEN_NAME, FAMILY_NAME -> List.of("prefix");
            case DATE -> List.of("year");
            case TELEPHONE, IDENTIFIER -> List.of();
            case EMAIL, TEXT -> List.of("prefix");
            case PLACE -> List.of("first", "second");
            case CODE, NUMBER -> List.of("");
        };
    }
}
