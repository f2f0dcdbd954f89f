package org.unifiedhotline.matching.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes models as YAML that {@link ModelReader} reads back to an equal model. */
public final class ModelWriter {
    private ModelWriter() {}

    /** The canonical text of a model: equal models give equal texts. */
    public static String write(MatchModel model) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", model.name());
        root.put(
                "attributes",
                model.attributes().stream().map(ModelWriter::attribute).toList());
        if (!model.blocking().isEmpty()) {
            root.put(
                    "blocking", model.blocking().stream().map(ModelWriter::rule).toList());
        }
        root.put("common-above", model.commonAbove());
        root.put("rivals", model.rivals().stream().map(Rival::word).toList());
        if (!model.knownBy().isEmpty()) {
            root.put("known-by", model.knownBy());
        }
        model.trained().ifPresent(trained -> root.put("trained", trained(trained, model.features())));
        DumperOptions options = new DumperOptions();
        options.setWidth(120);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(root);
    }

    private static Map<String, Object> attribute(Attribute attribute) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", attribute.name());
        if (!attribute.column().equals(attribute.name())) {
            map.put("column", attribute.column());
        }
        map.put("kind", attribute.kind().word());
        if (!attribute.exclusive().isEmpty()) {
            map.put("exclusive", attribute.exclusive().stream().sorted().toList());
        }
        if (!attribute.variants().isEmpty()) {
            map.put("variants", attribute.variants());
        }
        if (attribute.givenFirst()) {
            map.put("given-first", true);
        }
        if (attribute.shared()) {
            map.put("shared", true);
        }
        if (!attribute.placeholders().isEmpty()) {
            map.put("placeholders", attribute.placeholders().stream().sorted().toList());
        }
        return map;
    }

    private static Map<String, Object> rule(BlockingRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key", rule.key().stream().map(KeyPart::toString).toList());
        if (!rule.refine().isEmpty()) {
            map.put("refine", rule.refine().stream().map(KeyPart::toString).toList());
        }
        return map;
    }

    private static Map<String, Object> trained(Trained trained, List<Feature> features) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", new TreeMap<>(trained.run()));
        map.put("population", trained.population());
        map.put("link-above", trained.linkAbove());
        map.put("possible-above", trained.possibleAbove());
        if (!trained.calibration().isNone()) {
            Map<String, Object> calibration = new LinkedHashMap<>();
            calibration.put("shift", trained.calibration().shift());
            calibration.put("slope", trained.calibration().slope());
            map.put("calibration", calibration);
        }
        Map<String, Object> pairs = new LinkedHashMap<>();
        new TreeMap<>(trained.weights()).forEach((kind, weights) -> pairs.put(kind, pair(weights, features)));
        map.put("weights", pairs);
        Map<String, Object> tables = new LinkedHashMap<>();
        new TreeMap<>(trained.frequencies()).forEach((name, table) -> tables.put(name, table(table)));
        map.put("frequencies", tables);
        return map;
    }

    private static Map<String, Object> pair(PairWeights weights, List<Feature> features) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("matches", weights.matches());
        map.put("relatives", weights.relatives());
        map.put("namesakes", weights.namesakes());
        map.put("twins", weights.twins());
        map.put("self", weights.self());
        Map<String, Object> learned = new LinkedHashMap<>();
        for (Feature feature : features) {
            FeatureWeights probabilities = weights.features().get(feature.name());
            if (probabilities != null) {
                learned.put(feature.name(), levels(feature, probabilities));
            }
        }
        map.put("features", learned);
        return map;
    }

    private static Map<String, Object> levels(Feature feature, FeatureWeights learned) {
        Map<String, Object> levels = new LinkedHashMap<>();
        for (int level = 1; level <= feature.levels().size(); level++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("m", learned.m().get(level));
            one.put("u", learned.u().get(level));
            one.put("r", learned.r().get(level));
            one.put("n", learned.n().get(level));
            levels.put(feature.levelName(level), one);
        }
        return levels;
    }

    private static Map<String, Object> table(FrequencyTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("expected", table.expected());
        map.put("other", table.other());
        List<Map.Entry<String, Double>> entries = new ArrayList<>(table.shares().entrySet());
        entries.sort(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<String, Object> shares = new LinkedHashMap<>();
        entries.forEach(entry -> shares.put(entry.getKey(), entry.getValue()));
        map.put("shares", shares);
        return map;
    }
}
