package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;

/** What a trained model learned, in words and figures for people: priors, m, u and bits by level, frequencies, thresholds. */
public final class ModelReport {
    private static final int MOST_VALUES = 5;

    private final List<String> lines = new ArrayList<>();

    private ModelReport() {}

    /** The lines of a report; of a model that is not trained there is nothing to tell. */
    public static List<String> of(MatchModel model) {
        ModelReport report = new ModelReport();
        model.trained().ifPresent(trained -> report.tell(model, trained));
        return List.copyOf(report.lines);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency for this alone
    private void say(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }

    private void tell(MatchModel model, Trained trained) {
        say("model %s, version %s, learned from %d records", model.name(), model.version(), trained.population());
        new TreeMap<>(trained.run()).forEach((name, text) -> say("  %s: %s", name, text));
        say(
                "links from a probability of %s on (%.2f bits), possible links from %s on",
                trained.linkAbove(), bits(trained.linkAbove()), trained.possibleAbove());
        if (!trained.calibration().isNone()) {
            say(
                    "calibrated by decisions: weight = %s + %s x what was learned",
                    trained.calibration().shift(), trained.calibration().slope());
        }
        new TreeMap<>(trained.weights()).forEach((kind, weights) -> tell(model, kind, weights));
        new TreeMap<>(trained.frequencies()).forEach(this::tell);
    }

    private static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    private void tell(MatchModel model, String kind, PairWeights weights) {
        say("");
        say(
                "%s: of all pairs one in %.0f is one person, one in %.0f relatives, one in %.0f namesakes, one in %.0f twins; \"self\" is worth %.1f bits",
                kind,
                oneIn(weights.matches()),
                oneIn(weights.relatives()),
                oneIn(weights.namesakes()),
                oneIn(weights.twins()),
                weights.self());
        say("  %-22s %-24s %10s %10s %7s", "feature", "level", "m", "u", "bits");
        for (Feature feature : model.features()) {
            FeatureWeights learned = weights.features().get(feature.name());
            if (learned != null) {
                tell(feature, learned);
            }
        }
    }

    private static double oneIn(double logOdds) {
        return 1 + Math.pow(2, -logOdds);
    }

    private void tell(Feature feature, FeatureWeights learned) {
        for (int level = 1; level <= feature.levels().size(); level++) {
            double m = learned.m().get(level);
            double u = learned.u().get(level);
            say(
                    "  %-22s %-24s %10.3g %10.3g %+7.1f",
                    level == 1 ? feature.name() : "", feature.levelName(level), m, u, Math.log(m / u) / Math.log(2));
        }
    }

    private void tell(String name, FrequencyTable table) {
        List<String> common = table.shares().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        if (name.contains("+")) {
            say(
                    "together %s: %d combinations commoner than their parts tell",
                    name, table.shares().size());
        } else {
            say(
                    "values of %s: %d common ones (%s), any other %s; two strangers agree with a probability of %s",
                    name, table.shares().size(), String.join(", ", common), table.other(), table.expected());
        }
    }
}
