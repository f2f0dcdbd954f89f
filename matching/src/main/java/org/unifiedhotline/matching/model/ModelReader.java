package org.unifiedhotline.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads models from YAML; complaints name the place and what was expected there. */
public final class ModelReader {
    private ModelReader() {}

    /**
     * The model of a text.
     *
     * @throws ModelException if the text is no model
     */
    public static MatchModel read(String yaml) {
        Object root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setCodePointLimit(64 << 20);
            root = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new ModelException("model", "is no YAML: " + e.getMessage());
        }
        Node node = Node.of("model", root);
        node.only("name", "attributes", "blocking", "common-above", "rivals", "known-by", "trained");
        List<Attribute> attributes =
                node.list("attributes").stream().map(ModelReader::attribute).toList();
        List<BlockingRule> blocking =
                node.list("blocking").stream().map(ModelReader::rule).toList();
        MatchModel model = new MatchModel(
                node.text("name", "unnamed"),
                attributes,
                blocking,
                (int) node.number("common-above", MatchModel.COMMON_ABOVE),
                rivals(node),
                node.texts("known-by"),
                Optional.empty());
        return node.has("trained") ? model.with(trained(node.child("trained"), model)) : model;
    }

    private static List<Rival> rivals(Node node) {
        if (!node.has("rivals")) {
            return Rival.USUAL;
        }
        List<Rival> rivals = new ArrayList<>();
        for (String word : node.texts("rivals")) {
            rivals.add(Rival.of(word)
                    .orElseThrow(() -> new ModelException(
                            node.where() + ".rivals",
                            "\"" + word + "\" is no rival; there are "
                                    + Arrays.stream(Rival.values())
                                            .map(Rival::word)
                                            .toList())));
        }
        return rivals;
    }

    private static Attribute attribute(Node node) {
        node.only("name", "column", "kind", "exclusive", "variants", "given-first", "shared", "placeholders");
        String name = node.text("name");
        String word = node.text("kind");
        Kind kind = Kind.of(word)
                .orElseThrow(() -> new ModelException(
                        node.where() + ".kind",
                        "\"" + word + "\" is no kind; there are "
                                + Arrays.stream(Kind.values()).map(Kind::word).toList()));
        Set<String> exclusive = new HashSet<>(node.texts("exclusive"));
        if (!exclusive.isEmpty() && kind != Kind.IDENTIFIER) {
            throw new ModelException(node.where() + ".exclusive", "only an identifier can be exclusive");
        }
        try {
            return new Attribute(
                    name,
                    node.text("column", name),
                    kind,
                    exclusive,
                    node.textLists("variants"),
                    node.truth("given-first"),
                    node.truth("shared"),
                    new HashSet<>(node.texts("placeholders")));
        } catch (IllegalArgumentException e) {
            throw new ModelException(node.where(), String.valueOf(e.getMessage()));
        }
    }

    private static BlockingRule rule(Node node) {
        node.only("key", "refine");
        if (node.texts("key").isEmpty()) {
            throw new ModelException(node.where() + ".key", "a blocking rule needs at least one key part");
        }
        return BlockingRule.of(node.texts("key"), node.texts("refine"));
    }

    private static Trained trained(Node node, MatchModel model) {
        node.only("run", "population", "link-above", "possible-above", "calibration", "weights", "frequencies");
        Map<String, PairWeights> weights = new LinkedHashMap<>();
        Node pairs = node.child("weights");
        for (String kind : pairs.names()) {
            if (!kind.contains("+")) {
                throw new ModelException(pairs.where(), "expected a kind of pair such as caller+subject, got " + kind);
            }
            weights.put(kind, pair(pairs.child(kind), model));
        }
        Map<String, FrequencyTable> tables = new LinkedHashMap<>();
        Node frequencies = node.child("frequencies");
        for (String name : frequencies.names()) {
            tables.put(name, table(frequencies.child(name)));
        }
        Map<String, String> run = new LinkedHashMap<>();
        Node about = node.child("run");
        about.names().forEach(name -> run.put(name, about.text(name)));
        try {
            return new Trained(
                    (long) node.number("population"),
                    node.number("link-above"),
                    node.number("possible-above"),
                    weights,
                    tables,
                    node.has("calibration") ? calibration(node.child("calibration")) : Calibration.NONE,
                    run);
        } catch (IllegalArgumentException e) {
            throw new ModelException(node.where(), String.valueOf(e.getMessage()));
        }
    }

    private static Calibration calibration(Node node) {
        node.only("shift", "slope");
        try {
            return new Calibration(node.number("shift"), node.number("slope"));
        } catch (IllegalArgumentException e) {
            throw new ModelException(node.where(), String.valueOf(e.getMessage()));
        }
    }

    private static PairWeights pair(Node node, MatchModel model) {
        node.only("matches", "relatives", "namesakes", "twins", "self", "features");
        Map<String, FeatureWeights> features = new LinkedHashMap<>();
        Node learned = node.child("features");
        learned.only(model.features().stream().map(Feature::name).toArray(String[]::new));
        for (Feature feature : model.features()) {
            if (learned.has(feature.name())) {
                features.put(feature.name(), levels(learned.child(feature.name()), feature));
            }
        }
        return new PairWeights(
                node.number("matches"),
                node.number("relatives"),
                node.number("namesakes"),
                node.number("twins"),
                node.number("self"),
                features);
    }

    private static FeatureWeights levels(Node node, Feature feature) {
        int size = feature.levels().size();
        node.only(feature.levels().stream().map(Level::name).toArray(String[]::new));
        double[] m = new double[size + 1];
        double[] u = new double[size + 1];
        double[] r = new double[size + 1];
        double[] n = new double[size + 1];
        for (int level = 1; level <= size; level++) {
            Node one = node.child(feature.levelName(level));
            one.only("m", "u", "r", "n");
            m[level] = one.probability("m");
            u[level] = one.probability("u");
            r[level] = one.probability("r");
            n[level] = one.probability("n");
        }
        return FeatureWeights.of(m, u, r, n);
    }

    private static FrequencyTable table(Node node) {
        node.only("expected", "other", "shares");
        Map<String, Double> shares = new LinkedHashMap<>();
        Node listed = node.child("shares");
        for (String name : new ArrayList<>(listed.names())) {
            shares.put(name, listed.positive(name));
        }
        return new FrequencyTable(shares, node.probability("other"), node.probability("expected"));
    }
}
