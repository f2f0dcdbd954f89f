package org.unifiedhotline.masterrecords.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Rule;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/** Reads {@code config/survivorship.yaml}; names all that is wrong with it at once. */
public final class SurvivorshipReader {
    private final List<String> complaints = new ArrayList<>();

    private SurvivorshipReader() {}

    /**
     * The rules of a text.
     *
     * @throws IllegalArgumentException with every complaint if the text is not right
     */
    public static SurvivorshipRules read(String yaml) {
        return new SurvivorshipReader().rules(yaml);
    }

    private SurvivorshipRules rules(String yaml) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("survivorship: no YAML: " + e.getOriginalMessage(), e);
        }
        List<SourceTable> trust = new ArrayList<>();
        root.path("trust").forEach(node -> table(node.asText()).ifPresent(trust::add));
        Map<Attribute, List<Rule>> rules = new EnumMap<>(Attribute.class);
        root.path("rules")
                .properties()
                .forEach(entry -> attribute(entry.getKey())
                        .ifPresent(attribute -> rules.put(attribute, ruleList(attribute, entry.getValue()))));
        for (Attribute attribute : Attribute.values()) {
            if (attribute.isSeveral()) {
                rules.putIfAbsent(attribute, List.of(Rule.ALL_DISTINCT));
            }
            if (rules.getOrDefault(attribute, List.of()).isEmpty()) {
                complaints.add("rules." + attribute.code() + " is missing");
            }
        }
        if (!complaints.isEmpty()) {
            throw new UnusableSettingsException(complaints.stream()
                    .map(complaint -> "survivorship: " + complaint)
                    .toList());
        }
        return new SurvivorshipRules(trust, rules);
    }

    private Optional<SourceTable> table(String text) {
        String[] parts = text.split("/", -1);
        try {
            return Optional.of(SourceTable.of(SourceSystem.of(parts[0]), parts.length == 2 ? parts[1] : ""));
        } catch (IllegalArgumentException e) {
            complaints.add("trust: '" + text + "' is no table such as hotline/victim");
            return Optional.empty();
        }
    }

    private Optional<Attribute> attribute(String code) {
        Optional<Attribute> attribute = Arrays.stream(Attribute.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
        if (attribute.isEmpty()) {
            complaints.add("rules: there is no attribute '" + code + "'");
        }
        return attribute;
    }

    private List<Rule> ruleList(Attribute attribute, JsonNode codes) {
        List<Rule> rules = new ArrayList<>();
        codes.forEach(node -> Arrays.stream(Rule.values())
                .filter(known -> known.code().equals(node.asText()))
                .findFirst()
                .ifPresentOrElse(
                        rules::add,
                        () -> complaints.add(
                                "rules." + attribute.code() + ": there is no rule '" + node.asText() + "'")));
        return rules;
    }
}
