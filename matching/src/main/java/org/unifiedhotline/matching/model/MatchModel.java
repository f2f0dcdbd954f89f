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
 * @param trained what was learned, empty for a model that is yet to be trained
 */
public record MatchModel(
        String name,
        List<Attribute> attributes,
        List<BlockingRule> blocking,
        int commonAbove,
        List<Rival> rivals,
        Optional<Trained> trained) {
    /** How many records may share a key before it is refined, unless the model says otherwise. */
    public static final int COMMON_ABOVE = 64;

    public MatchModel {
        attributes = List.copyOf(attributes);
        blocking = List.copyOf(blocking);
        rivals = List.copyOf(rivals);
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
        checkBlocking(attributes, blocking);
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
        return new MatchModel(name, attributes, blocking, commonAbove, rivals, Optional.of(learned));
    }

    /** The same model with these blocking rules. */
    public MatchModel withBlocking(List<BlockingRule> rules) {
        return new MatchModel(name, attributes, rules, commonAbove, rivals, trained);
    }

    /** The same model without what was learned. */
    public MatchModel untrained() {
        return new MatchModel(name, attributes, blocking, commonAbove, rivals, Optional.empty());
    }
}
