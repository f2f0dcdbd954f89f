package org.unifiedhotline.matching.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A match model: attributes, blocking, and what training learned.
 *
 * @param name what people call it
 * @param attributes what records have
 * @param blocking how candidates are found; empty means that training chooses
 * @param commonAbove a blocking key held by more records than this is refined
 * @param rivals which pairs that are two people it reckons with
 * @param knownBy attributes by which a person is known: two records of which none can be compared never link, whatever else
 *     they share (a telephone, a place); empty for a model without this rule
 * @param trained what was learned, empty for a model that is yet to be trained
 */
public record MatchModel(
        String name,
        List<Attribute> attributes,
        List<BlockingRule> blocking,
        int commonAbove,
        List<Rival> rivals,
        List<String> knownBy,
        Optional<Trained> trained) {
    /** How many records may share a key before it is refined, unless the model says otherwise. */
    public static final int COMMON_ABOVE = 64;

    public MatchModel {
        attributes = List.copyOf(attributes);
        blocking = List.copyOf(blocking);
        rivals = List.copyOf(rivals);
        knownBy = List.copyOf(knownBy);
        if (attributes.isEmpty()) {
            throw new ModelException("attributes", "a model needs at least one attribute");
        }
        if (commonAbove < 2) {
            throw new ModelException("common-above", "must be 2 or more, got " + commonAbove);
        }
        Set<String> names = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (!names.add(attribute.name())) {
                throw new ModelException("attributes", "\"" + attribute.name() + "\" stands there twice");
            }
        }
        for (String known : knownBy) {
            if (!names.contains(known)) {
                throw new ModelException("known-by", "there is no attribute \"" + known + "\"");
            }
        }
        checkBlocking(attributes, blocking);
    }

    /** A model without a rule of what people are known by. */
    public MatchModel(
            String name,
            List<Attribute> attributes,
            List<BlockingRule> blocking,
            int commonAbove,
            List<Rival> rivals,
            Optional<Trained> trained) {
        this(name, attributes, blocking, commonAbove, rivals, List.of(), trained);
    }

    private static void checkBlocking(List<Attribute> attributes, List<BlockingRule> blocking) {
        for (int rule = 0; rule < blocking.size(); rule++) {
            String where = "blocking[" + rule + "]";
            for (List<KeyPart> parts :
                    List.of(blocking.get(rule).key(), blocking.get(rule).refine())) {
                for (KeyPart part : parts) {
                    Kind kind = attributes.stream()
                            .filter(attribute -> attribute.name().equals(part.attribute()))
                            .findFirst()
                            .map(Attribute::kind)
                            .orElseThrow(() ->
                                    new ModelException(where, "there is no attribute \"" + part.attribute() + "\""));
                    part.complaint(kind).ifPresent(complaint -> {
                        throw new ModelException(where, complaint);
                    });
                }
            }
        }
    }

    /** All features, in the order of comparison vectors. */
    public List<Feature> features() {
        return attributes.stream()
                .flatMap(attribute -> attribute.features().stream())
                .toList();
    }

    /** The hash of the content, 16 hexadecimal digits: two models with one version decide alike. */
    public String version() {
        return ModelVersion.of(this);
    }

    /** The same model with what was learned. */
    public MatchModel with(Trained learned) {
        return new MatchModel(name, attributes, blocking, commonAbove, rivals, knownBy, Optional.of(learned));
    }

    /** The same model with other options of its attributes. */
    public MatchModel withAttributes(List<Attribute> changed) {
        return new MatchModel(name, changed, blocking, commonAbove, rivals, knownBy, trained);
    }

    /** The same model with these blocking rules. */
    public MatchModel withBlocking(List<BlockingRule> rules) {
        return new MatchModel(name, attributes, rules, commonAbove, rivals, knownBy, trained);
    }

    /** The same model with these blocking rules, and how many records may share a key before it is refined. */
    public MatchModel withBlocking(List<BlockingRule> rules, int above) {
        return new MatchModel(name, attributes, rules, above, rivals, knownBy, trained);
    }

    /** The same model without what was learned. */
    public MatchModel untrained() {
        return new MatchModel(name, attributes, blocking, commonAbove, rivals, knownBy, Optional.empty());
    }
}
