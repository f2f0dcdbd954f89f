package org.unifiedhotline.matching.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Level;

/**
 * Finds m, r and the shares of the classes by expectation maximization (A. P. Dempster, N. M. Laird and D. B. Rubin, 1977),
 * over all pairs of one kind: candidates with their vectors, and the rest as strangers. u stays as it was sampled, but for
 * levels too rare for a sample, which are counted among the candidates.
 */
final class ExpectationMaximization {
    private static final int MOST_ROUNDS = 200;
    private static final double CONVERGED = 1e-5;
    /** Sampled levels with fewer pairs than this are too rare for the sample. */
    private static final int ENOUGH = 30;

    private static final double LN2 = Math.log(2);
    private static final double SELF_BITS_LIMIT = 18;

    private final VectorCounts vectors;
    private final int kind;
    private final List<Feature> features;
    private final double pairs;
    private final long[][] sampled;
    private final double[][] prior;
    private final double priorStrength;

    final double[][] m;
    final double[][] u;
    final double[][] r;
    double matches;
    double relatives;
    double expectedMatches;
    double selfBits;
    private int rounds;

    /**
     * @param kind the kind of pair whose vectors are looked at, or -1 for all
     * @param prior m of all kinds together, which few pairs of this kind are drawn to; null for none
     */
    ExpectationMaximization(
            VectorCounts vectors,
            int kind,
            List<Feature> features,
            double pairs,
            long[][] sampled,
            double @Nullable [][] prior,
            double expectedMatches) {
        this.vectors = vectors;
        this.kind = kind;
        this.features = features;
        this.pairs = pairs;
        this.sampled = sampled;
        this.priorStrength = prior == null ? 0 : 10;
        int size = features.size();
        m = new double[size][];
        u = new double[size][];
        r = new double[size][];
        for (int f = 0; f < size; f++) {
            int levels = features.get(f).levels().size();
            u[f] = sampledShares(sampled[f], levels);
            m[f] = prior == null ? first(levels) : prior[f].clone();
            r[f] = features.get(f).shared() ? first(levels) : u[f].clone();
        }
        this.prior = prior == null ? m : prior;
        this.matches = expectedMatches / pairs;
        this.relatives = expectedMatches / pairs;
    }

    /** The share of each level among sampled pairs, none of them zero. */
    private static double[] sampledShares(long[] counts, int levels) {
        double[] shares = new double[levels + 1];
        double total = 0;
        for (int level = 1; level <= levels; level++) {
            total += counts[level] + 0.1;
        }
        for (int level = 1; level <= levels; level++) {
            shares[level] = (counts[level] + 0.1) / total;
        }
        return shares;
    }

    /** Before anything is known, people mostly agree with themselves: each level half as likely as the one above it. */
    private static double[] first(int levels) {
        double[] shares = new double[levels + 1];
        double rest = 1;
        for (int level = 1; level < levels; level++) {
            shares[level] = level == 1 ? 0.8 : rest / 2;
            rest -= shares[level];
        }
        shares[levels] = rest;
        return shares;
    }

    /** Runs until nothing moves; returns the number of rounds. */
    int run() {
        for (rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
            if (round() < CONVERGED) {
                break;
            }
        }
        return rounds;
    }

    /** One expectation and one maximization; returns the largest change of a probability. */
    private double round() {
        int size = features.size();
        double[][] matchSums = new double[size][16];
        double[][] relativeSums = new double[size][16];
        double[][] strangerSums = new double[size][16];
        double[][][] logs = {logs(m), logs(r)};
        double matchSum = 0;
        double relativeSum = 0;
        double selfMatches = 0.5;
        double selfOthers = 0.5;
        double matchPrior = Math.log(matches / (1 - matches - relatives));
        double relativePrior = Math.log(relatives / (1 - matches - relatives));
        for (int row = 0; row < vectors.size(); row++) {
            if (kind >= 0 && vectors.at(row, VectorCounts.KIND) != kind) {
                continue;
            }
            double one = matchPrior + vectors.at(row, VectorCounts.ADJUSTMENT) * LN2;
            double kin = relativePrior + vectors.at(row, VectorCounts.RELATIVE_ADJUSTMENT) * LN2;
            for (int f = 0; f < size; f++) {
                int level = vectors.at(row, VectorCounts.LEVELS + f);
                one += logs[0][f][level];
                kin += logs[1][f][level];
            }
            boolean self = vectors.at(row, VectorCounts.SELF) == 1;
            one += self ? selfBits * LN2 : 0;
            double most = Math.max(0, Math.max(one, kin));
            double total = Math.exp(one - most) + Math.exp(kin - most) + Math.exp(-most);
            double isOne = Math.exp(one - most) / total * vectors.count(row);
            double isKin = Math.exp(kin - most) / total * vectors.count(row);
            double isStranger = vectors.count(row) - isOne - isKin;
            matchSum += isOne;
            relativeSum += isKin;
            if (self) {
                selfMatches += isOne;
                selfOthers += vectors.count(row) - isOne;
            }
            for (int f = 0; f < size; f++) {
                int level = vectors.at(row, VectorCounts.LEVELS + f);
                matchSums[f][level] += isOne;
                relativeSums[f][level] += isKin;
                strangerSums[f][level] += isStranger;
            }
        }
        expectedMatches = matchSum;
        double change = Math.abs(matchSum / pairs - matches) / Math.max(matches, 1e-12) * 0.01;
        matches = Math.max(matchSum, 0.5) / pairs;
        relatives = Math.max(relativeSum, 0.5) / pairs;
        selfBits = Math.clamp(
                Math.log(selfMatches / selfOthers) / LN2 - Math.log(matches / (1 - matches)) / LN2, 0, SELF_BITS_LIMIT);
        for (int f = 0; f < size; f++) {
            change = Math.max(change, maximize(f, matchSums[f], relativeSums[f], strangerSums[f]));
        }
        return change;
    }

    /** The probability that a pair with the vector of a row is one person. */
    double probability(int row) {
        double one = Math.log(matches / (1 - matches - relatives)) + vectors.at(row, VectorCounts.ADJUSTMENT) * LN2;
        double kin = Math.log(relatives / (1 - matches - relatives))
                + vectors.at(row, VectorCounts.RELATIVE_ADJUSTMENT) * LN2;
        for (int f = 0; f < features.size(); f++) {
            int level = vectors.at(row, VectorCounts.LEVELS + f);
            one += level == 0 ? 0 : Math.log(m[f][level] / u[f][level]);
            kin += level == 0 ? 0 : Math.log(r[f][level] / u[f][level]);
        }
        one += vectors.at(row, VectorCounts.SELF) * selfBits * LN2;
        double most = Math.max(0, Math.max(one, kin));
        return Math.exp(one - most) / (Math.exp(one - most) + Math.exp(kin - most) + Math.exp(-most));
    }

    private static double[][] log(double[][] shares, double[][] strangers) {
        double[][] logs = new double[shares.length][];
        for (int f = 0; f < shares.length; f++) {
            logs[f] = new double[shares[f].length];
            for (int level = 1; level < logs[f].length; level++) {
                logs[f][level] = Math.log(shares[f][level] / strangers[f][level]);
            }
        }
        return logs;
    }

    private double[][] logs(double[][] shares) {
        return log(shares, u);
    }

    private double maximize(int f, double[] match, double[] relative, double[] stranger) {
        int levels = features.get(f).levels().size();
        double[] newM = shares(match, levels, prior[f], Math.max(priorStrength, 0.5));
        double change = 0;
        for (int level = 1; level <= levels; level++) {
            change = Math.max(change, Math.abs(newM[level] - m[f][level]));
        }
        m[f] = newM;
        rareLevels(f, levels, stranger);
        r[f] = features.get(f).shared() ? shares(relative, levels, u[f], 2) : u[f].clone();
        return change;
    }

    private static double[] shares(double[] sums, int levels, double[] prior, double strength) {
        double[] shares = new double[levels + 1];
        double total = strength;
        for (int level = 1; level <= levels; level++) {
            total += sums[level];
        }
        for (int level = 1; level <= levels; level++) {
            shares[level] = Math.max(1e-7, (sums[level] + strength * prior[level]) / total);
        }
        return shares;
    }

    /** Levels that strangers reach too rarely for the sample are counted among the candidates, where they all are. */
    private void rareLevels(int f, int levels, double[] stranger) {
        double known = 0;
        for (int level = 1; level <= levels; level++) {
            known += sampled[f][level];
        }
        double all = known + sampled[f][0];
        double comparable = pairs * (all == 0 ? 1 : known / all);
        for (int level = 1; level <= levels; level++) {
            Level named = features.get(f).levels().get(level - 1);
            if (sampled[f][level] < ENOUGH && (level == 1 || named.identifying())) {
                u[f][level] = Math.max((stranger[level] + 0.5) / (comparable + 1), 1e-12);
            }
        }
    }
}
