package org.unifiedhotline.matching.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Precision and recall by threshold, clustered anew at each.
 *
 * @param points by rising threshold
 */
public record Curve(List<Point> points) {
    public Curve {
        points = points.stream().sorted(Comparator.comparingDouble(Point::bits)).toList();
    }

    /**
     * One threshold.
     *
     * @param bits the weight at and above which pairs link
     * @param own whether it is the model's own
     * @param resolvable the figures over resolvable records
     * @param all the figures over all records of the truth
     */
    public record Point(double bits, boolean own, ClusterScore resolvable, ClusterScore all) {
        /** The probability that the threshold stands for. */
        public double probability() {
            return 1 / (1 + Math.pow(2, -bits));
        }
    }

    /** The point of the greatest recall among those whose precision over resolvable records reaches a figure. */
    public Optional<Point> bestWithPrecision(double precision) {
        return points.stream()
                .filter(point -> point.resolvable().precision() >= precision)
                .max(Comparator.comparingDouble(point -> point.resolvable().recall()));
    }

    /** The point of the model's own threshold. */
    public Point own() {
        return points.stream().filter(Point::own).findFirst().orElseThrow();
    }
}
