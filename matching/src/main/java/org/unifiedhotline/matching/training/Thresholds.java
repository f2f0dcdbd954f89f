package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the probability at which a pair links: where the F1 to be expected from the model's own probabilities is best. */
final class Thresholds {
    private static final double LEAST = 0.5;
    private static final double MOST = 0.99;

    private Thresholds() {}

    private record Step(double probability, double pairs) {}

    static double best(VectorCounts vectors, Map<Integer, ExpectationMaximization> fits) {
        List<Step> steps = new ArrayList<>();
        Map<Integer, double[]> probabilities = new HashMap<>();
        fits.forEach((kind, fit) -> probabilities.put(kind, fit.probabilities()));
        double all = 0;
        for (int row = 0; row < vectors.size(); row++) {
            double[] ofKind = probabilities.get(vectors.at(row, VectorCounts.KIND));
            if (ofKind != null) {
                double probability = ofKind[row];
                steps.add(new Step(probability, vectors.count(row)));
                all += probability * vectors.count(row);
            }
        }
        steps.sort(Comparator.comparingDouble(Step::probability).reversed());
        double found = 0;
        double correct = 0;
        double best = 0;
        double at = LEAST;
        for (Step step : steps) {
            found += step.pairs();
            correct += step.pairs() * step.probability();
            double f1 = 2 * correct / (found + all);
            if (f1 > best) {
                best = f1;
                at = step.probability();
            }
        }
        return Math.clamp(at, LEAST, MOST);
    }
}
