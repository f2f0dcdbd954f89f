package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unifiedhotline.matching.model.Calibration;

/** Chooses the probability at which a pair links: where the F1 to be expected from the model's own probabilities is best. */
final class Thresholds {
    private static final double LEAST = 0.5;
    private static final double MOST = 0.99;

    private Thresholds() {}

    private record Step(double probability, double pairs) {}

    /** From the match weight of each row; NaN where a row is of no kind that was learned. */
    static double best(VectorCounts vectors, double[] weights, Calibration calibration) {
        List<Step> steps = new ArrayList<>();
        double all = 0;
        for (int row = 0; row < vectors.size(); row++) {
            if (!Double.isNaN(weights[row])) {
                double probability = 1 / (1 + Math.pow(2, -calibration.of(weights[row])));
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
