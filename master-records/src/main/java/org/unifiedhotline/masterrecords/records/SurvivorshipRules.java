package org.unifiedhotline.masterrecords.records;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * Which value of a person stands ({@code config/survivorship.yaml}).
 *
 * @param trust the tables of people, the most trusted first
 * @param rules for each attribute the rules in the order in which they are asked
 */
public record SurvivorshipRules(List<SourceTable> trust, Map<Attribute, List<Rule>> rules) {
    public SurvivorshipRules {
        trust = List.copyOf(trust);
        rules = Map.copyOf(rules);
        for (Attribute attribute : Attribute.values()) {
            if (rules.getOrDefault(attribute, List.of()).isEmpty()) {
                throw new IllegalArgumentException("survivorship.rules." + attribute.code() + " has no rule");
            }
            List<Rule> ofAttribute = Objects.requireNonNull(rules.get(attribute));
            boolean all = ofAttribute.contains(Rule.ALL_DISTINCT);
            if (all && (!attribute.isSeveral() || ofAttribute.size() > 1)) {
                throw new IllegalArgumentException("survivorship.rules." + attribute.code()
                        + ": all-distinct stands alone, and only for what a person has several of");
            }
        }
    }

    List<Rule> of(Attribute attribute) {
        return Objects.requireNonNull(rules.get(attribute));
    }

    /** The attributes that rules speak of: of most one value stands, of some all may. */
    public enum Attribute {
        NAME,
        SEX,
        BIRTH,
        HOME,
        ETHNIC_GROUP,
        NATIONALITY,
        OTHER_NAMES(true),
        TELEPHONES(true),
        IDENTITY_NUMBERS(true),
        RELATED_PERSONS(true);

        private final boolean several;

        Attribute() {
            this(false);
        }

        Attribute(boolean several) {
            this.several = several;
        }

        /** Whether a person has several of it. */
        public boolean isSeveral() {
            return several;
        }

        /** The word for it in the file. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How one value is preferred to others. */
    public enum Rule {
        MOST_COMPLETE,
        MOST_FREQUENT,
        MOST_TRUSTED,
        MOST_RECENT,
        LONGEST,
        /** Only of what a person has several of, and alone: every value is kept. */
        ALL_DISTINCT;

        /** The word for it in the file and in provenance. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
