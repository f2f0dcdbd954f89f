package org.unifiedhotline.matching.training;

import java.util.List;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Role;

/** Which class the pairs of a row are of: from odds against strangers, in natural logarithms, to probabilities. One a thread. */
final class Posterior {
    private static final double LN2 = Math.log(2);

    private final VectorCounts vectors;
    private final double[][] matchLogs;
    private final double[][] relativeLogs;
    private final double[][] namesakeLogs;
    private final double[][] twinLogs;
    private final double[][] neighbourLogs;
    private final double matchPrior;
    private final double relativePrior;
    private final double namesakePrior;
    private final double twinPrior;
    private final double neighbourPrior;
    private final double selfLog;
    double isMatch;
    double isTwin;
    double isRelative;
    double isNamesake;
    double isNeighbour;
    /** The match weight of the row in bits, whatever people said of it. */
    double odds;

    Posterior(VectorCounts vectors, List<Feature> features, PairClasses classes) {
        this.vectors = vectors;
        matchLogs = logs(classes.m, classes.u);
        relativeLogs = logs(classes.r, classes.u);
        namesakeLogs = logs(classes.n, classes.u);
        neighbourLogs = logs(classes.p, classes.u);
        twinLogs = new double[features.size()][];
        for (int f = 0; f < twinLogs.length; f++) {
            Role role = features.get(f).role();
            twinLogs[f] = role.isSharedByTwins()
                    ? matchLogs[f]
                    : role == Role.TRAIT ? relativeLogs[f] : new double[matchLogs[f].length];
        }
        double strangers = classes.strangers();
        matchPrior = Math.log(classes.matches / strangers);
        relativePrior = Math.log(classes.relatives / strangers);
        namesakePrior = Math.log(classes.namesakes / strangers);
        twinPrior = Math.log(classes.twins / strangers);
        neighbourPrior = Math.log(classes.neighbours / strangers);
        selfLog = classes.selfBits * LN2;
    }

    private static double[][] logs(double[][] shares, double[][] strangers) {
        double[][] logs = new double[shares.length][];
        for (int f = 0; f < shares.length; f++) {
            logs[f] = new double[shares[f].length];
            for (int level = 1; level < logs[f].length; level++) {
                logs[f][level] = Math.log(shares[f][level] / strangers[f][level]);
            }
        }
        return logs;
    }

    /** Looks at a row; the answer stands in the fields. */
    void of(int row) {
        double one = matchPrior + vectors.at(row, VectorCounts.ADJUSTMENT) * LN2;
        double kin = relativePrior + vectors.at(row, VectorCounts.RELATIVE_ADJUSTMENT) * LN2;
        double name = namesakePrior;
        double twin = twinPrior + vectors.at(row, VectorCounts.TWIN_ADJUSTMENT) * LN2;
        double near = neighbourPrior + vectors.at(row, VectorCounts.PLACE_ADJUSTMENT) * LN2;
        for (int f = 0; f < matchLogs.length; f++) {
            int level = vectors.at(row, VectorCounts.LEVELS + f);
            one += matchLogs[f][level];
            kin += relativeLogs[f][level];
            name += namesakeLogs[f][level];
            twin += twinLogs[f][level];
            near += neighbourLogs[f][level];
        }
        one += vectors.at(row, VectorCounts.SELF) * selfLog;
        double most = Math.max(Math.max(Math.max(0, near), twin), Math.max(name, Math.max(one, kin)));
        isMatch = Math.exp(one - most);
        isRelative = Math.exp(kin - most);
        isNamesake = Math.exp(name - most);
        isTwin = Math.exp(twin - most);
        isNeighbour = Math.exp(near - most);
        double total = isMatch + isRelative + isNamesake + isTwin + isNeighbour + Math.exp(-most);
        odds = Math.log(isMatch / Math.max(total - isMatch, 1e-300)) / LN2;
        isMatch /= total;
        isRelative /= total;
        isNamesake /= total;
        isTwin /= total;
        isNeighbour /= total;
        hear(vectors.at(row, VectorCounts.LABEL));
    }

    /** What people said is known: such a pair is of the class of one person, or of the others as far as each is probable. */
    private void hear(int label) {
        if (label == VectorCounts.SAME) {
            isMatch = 1;
            isRelative = 0;
            isNamesake = 0;
            isTwin = 0;
            isNeighbour = 0;
        } else if (label == VectorCounts.DIFFERENT) {
            double others = Math.max(1 - isMatch, Double.MIN_NORMAL);
            isMatch = 0;
            isRelative /= others;
            isNamesake /= others;
            isTwin /= others;
            isNeighbour /= others;
        }
    }
}
