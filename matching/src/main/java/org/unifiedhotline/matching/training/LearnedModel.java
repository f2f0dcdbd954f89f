package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.model.Calibration;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.training.CalibrationFit.Decided;

/** Fits the weights of each kind of pair and puts them into a model. */
final class LearnedModel {
    private static final double POSSIBLE_ABOVE = 0.02;
    /** Before anything is known, so many rows are taken to have a second one. */
    private static final double MATCHES_A_RECORD = 0.25;

    private final MatchModel model;
    private final List<Feature> features;
    private final long seed;
    private final Map<Integer, ExpectationMaximization> fits = new TreeMap<>();
    private final Map<String, PairWeights> weights = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private int rounds;

    LearnedModel(MatchModel model, long seed) {
        this.model = model;
        this.features = model.features();
        this.seed = seed;
    }

    /**
     * Fits all kinds of pairs together, then each alone.
     *
     * @param kindNames the kinds of records by their numbers
     */
    Trainer.Result fit(
            int records,
            Map<Integer, String> kindNames,
            Map<String, FrequencyTable> tables,
            StrangerSample sample,
            VectorCounts vectors) {
        double pairs = sample.pairs.values().stream().mapToDouble(of -> of).sum();
        ExpectationMaximization pooled = new ExpectationMaximization(
                vectors,
                -1,
                features,
                model.rivals(),
                pairs,
                pooled(sample),
                sample.rarity(-1),
                null,
                records * MATCHES_A_RECORD);
        rounds = pooled.run();
        sample.pairs.forEach((kind, of) -> {
            ExpectationMaximization fit = sample.pairs.size() == 1 ? pooled : fit(kind, of, sample, vectors, pooled);
            String name =
                    Trained.pairKind(kindNames.getOrDefault(kind / 16, ""), kindNames.getOrDefault(kind % 16, ""));
            weights.put(name, weights(fit));
            fits.put(kind, fit);
            lines.add("%s: %.0f matches expected among %.0f pairs".formatted(name, fit.expectedMatches, of));
        });
        double[] bits = weights(vectors);
        List<Decided> decided = decided(vectors, bits);
        Calibration calibration = CalibrationFit.of(decided);
        Map<String, String> run = new TreeMap<>();
        run.put("seed", String.valueOf(seed));
        run.put("records", String.valueOf(records));
        run.put("rounds", String.valueOf(rounds));
        run.put("method", "u by sampling, m and r by expectation maximization over blocked pairs");
        if (!decided.isEmpty()) {
            run.put(
                    "labels",
                    String.valueOf(Math.round(
                            decided.stream().mapToDouble(Decided::count).sum())));
        }
        double linkAbove = FrequencyCounter.round(Thresholds.best(vectors, bits, calibration));
        Trained trained =
                new Trained(records, linkAbove, Math.min(POSSIBLE_ABOVE, linkAbove), weights, tables, calibration, run);
        return new Trainer.Result(model.with(trained), report(vectors));
    }

    /** The match weight of each row by the fit of its kind of pair; NaN where there is none. */
    private double[] weights(VectorCounts vectors) {
        double[] bits = new double[vectors.size()];
        Arrays.fill(bits, Double.NaN);
        fits.forEach((kind, fit) -> {
            double[] ofKind = fit.weights();
            for (int row = 0; row < bits.length; row++) {
                bits[row] = vectors.at(row, VectorCounts.KIND) == kind ? ofKind[row] : bits[row];
            }
        });
        return bits;
    }

    private static List<Decided> decided(VectorCounts vectors, double[] bits) {
        List<Decided> decided = new ArrayList<>();
        for (int row = 0; row < bits.length; row++) {
            int label = vectors.at(row, VectorCounts.LABEL);
            if (label != VectorCounts.UNSAID && !Double.isNaN(bits[row])) {
                decided.add(new Decided(bits[row], label == VectorCounts.SAME, vectors.count(row)));
            }
        }
        return decided;
    }

    private ExpectationMaximization fit(
            int kind, double pairs, StrangerSample sample, VectorCounts vectors, ExpectationMaximization pooled) {
        ExpectationMaximization fit = new ExpectationMaximization(
                vectors,
                kind,
                features,
                model.rivals(),
                pairs,
                sample.counts.getOrDefault(kind, new long[0][]),
                sample.rarity(kind),
                pooled.classes,
                Math.max(1, pooled.classes.matches * pairs));
        rounds += fit.run();
        return fit;
    }

    private TrainingReport report(VectorCounts vectors) {
        long candidates = 0;
        for (int row = 0; row < vectors.size(); row++) {
            candidates += vectors.count(row);
        }
        double expected =
                fits.values().stream().mapToDouble(fit -> fit.expectedMatches).sum();
        return new TrainingReport(candidates, vectors.size(), expected, lines);
    }

    private long[][] pooled(StrangerSample sample) {
        long[][] sum = new long[features.size()][16];
        for (long[][] counts : sample.counts.values()) {
            for (int f = 0; f < sum.length; f++) {
                for (int level = 0; level < 16; level++) {
                    sum[f][level] += counts[f][level];
                }
            }
        }
        return sum;
    }

    private PairWeights weights(ExpectationMaximization fit) {
        PairClasses classes = fit.classes;
        Map<String, FeatureWeights> learned = new LinkedHashMap<>();
        for (int f = 0; f < features.size(); f++) {
            learned.put(
                    features.get(f).name(),
                    FeatureWeights.of(
                            round(classes.m[f]), round(classes.u[f]), round(classes.r[f]), round(classes.n[f])));
        }
        double strangers = classes.strangers();
        return new PairWeights(
                FrequencyCounter.round(log2(classes.matches / strangers)),
                FrequencyCounter.round(log2(classes.relatives / strangers)),
                FrequencyCounter.round(log2(classes.namesakes / strangers)),
                FrequencyCounter.round(log2(classes.twins / strangers)),
                FrequencyCounter.round(classes.selfBits),
                learned);
    }

    private static double[] round(double[] values) {
        double[] rounded = values.clone();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = i == 0 ? 0 : FrequencyCounter.round(values[i]);
        }
        return rounded;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
