package org.unifiedhotline.matching.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Level;
import org.unifiedhotline.matching.model.Rival;
import org.unifiedhotline.matching.model.Role;

/**
 * Finds m, r and the shares of the classes by expectation maximization (A. P. Dempster, N. M. Laird and D. B. Rubin, 1977),
 * over all pairs of one kind: candidates with their vectors, and the rest as strangers. u stays as it was sampled, but for
 * levels too rare for a sample, which are counted among the candidates.
 */
final class ExpectationMaximization {
    private static final int MOST_ROUNDS = 300;
    private static final double CONVERGED = 1e-5;
    /** Sampled levels with fewer pairs than this are too rare for the sample. */
    private static final int ENOUGH = 30;

    private static final double SELF_BITS_LIMIT = 18;
    /** Twins among pairs that look like one person, before anything is known. */
    private static final double TWINS_AT_FIRST = 0.02;

    private static final double ABSENT = 1e-300;
    private static final double LN2 = Math.log(2);

    private final VectorCounts vectors;
    private final int kind;
    private final List<Feature> features;
    private final List<Rival> rivals;
    private final double pairs;
    private final long[][] sampled;
    private final double[][] prior;
    private final double priorStrength;

    /** Among pairs of one person, strangers, relatives and namesakes; by feature and level. */
    final double[][] m;

    final double[][] u;
    final double[][] r;
    final double[][] n;

    /** The shares of the classes among all pairs. */
    double matches;

    double relatives;
    double namesakes;
    double twins;
    double expectedMatches;
    double selfBits;

    /**
     * @param kind the kind of pair whose vectors are looked at, or -1 for all
     * @param pooled what was learned of all kinds together, to which few pairs of this kind are drawn; null for none
     */
    ExpectationMaximization(
            VectorCounts vectors,
            int kind,
            List<Feature> features,
            List<Rival> rivals,
            double pairs,
            long[][] sampled,
            @Nullable ExpectationMaximization pooled,
            double expectedMatches) {
        this.vectors = vectors;
        this.kind = kind;
        this.features = features;
        this.rivals = List.copyOf(rivals);
        this.pairs = pairs;
        this.sampled = sampled;
        this.priorStrength = pooled == null ? 0.5 : 10;
        int size = features.size();
        m = new double[size][];
        u = new double[size][];
        r = new double[size][];
        n = new double[size][];
        for (int f = 0; f < size; f++) {
            int levels = features.get(f).levels().size();
            Role role = features.get(f).role();
            u[f] = sampledShares(sampled[f], levels);
            m[f] = pooled == null ? first(levels) : pooled.m[f].clone();
            r[f] = role.isSharedByRelatives() ? first(levels) : u[f].clone();
            n[f] = role.isSharedByNamesakes() ? m[f].clone() : u[f].clone();
        }
        this.prior = pooled == null ? m.clone() : pooled.m;
        this.matches = expectedMatches / pairs;
        this.relatives = share(Rival.RELATIVES, expectedMatches);
        this.namesakes = share(Rival.NAMESAKES, expectedMatches);
        this.twins = share(Rival.TWINS, TWINS_AT_FIRST * expectedMatches);
    }

    /** The share of a rival among all pairs: never zero, so that it can grow; next to nothing if it is not reckoned with. */
    private double share(Rival rival, double sum) {
        return rivals.contains(rival) ? Math.max(sum, 0.5) / pairs : ABSENT;
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
        int rounds = 1;
        while (round() >= CONVERGED && rounds < MOST_ROUNDS) {
            rounds++;
        }
        return rounds;
    }

    /** The sums that one pass over the vectors collects. */
    private final class Sums {
        final double[][] match = new double[features.size()][16];
        final double[][] relative = new double[features.size()][16];
        final double[][] namesake = new double[features.size()][16];
        final double[][] stranger = new double[features.size()][16];
        double matches;
        double relatives;
        double namesakes;
        double twins;
        double selfMatches = 0.5;
        double selfOthers = 0.5;
    }

    /** Which class a pair is of, as odds against strangers in natural logarithms, then as probabilities. */
    private final class Posterior {
        private final double strangers = 1 - matches - relatives - namesakes - twins;
        private final double[][] matchLogs = logs(m);
        private final double[][] relativeLogs = logs(r);
        private final double[][] namesakeLogs = logs(n);
        private final double matchPrior = Math.log(matches / strangers);
        private final double relativePrior = Math.log(relatives / strangers);
        private final double namesakePrior = Math.log(namesakes / strangers);
        private final double twinPrior = Math.log(twins / strangers);
        double isMatch;
        double isTwin;
        double isRelative;
        double isNamesake;

        void of(int row) {
            double one = matchPrior + vectors.at(row, VectorCounts.ADJUSTMENT) * LN2;
            double kin = relativePrior + vectors.at(row, VectorCounts.RELATIVE_ADJUSTMENT) * LN2;
            double name = namesakePrior;
            double twin = twinPrior + vectors.at(row, VectorCounts.TWIN_ADJUSTMENT) * LN2;
            for (int f = 0; f < matchLogs.length; f++) {
                int level = vectors.at(row, VectorCounts.LEVELS + f);
                one += matchLogs[f][level];
                kin += relativeLogs[f][level];
                name += namesakeLogs[f][level];
                Role role = features.get(f).role();
                twin += role.isSharedByTwins() ? matchLogs[f][level] : role == Role.TRAIT ? relativeLogs[f][level] : 0;
            }
            one += vectors.at(row, VectorCounts.SELF) * selfBits * LN2;
            double most = Math.max(Math.max(0, twin), Math.max(name, Math.max(one, kin)));
            double total = Math.exp(one - most)
                    + Math.exp(kin - most)
                    + Math.exp(name - most)
                    + Math.exp(twin - most)
                    + Math.exp(-most);
            isMatch = Math.exp(one - most) / total;
            isRelative = Math.exp(kin - most) / total;
            isNamesake = Math.exp(name - most) / total;
            isTwin = Math.exp(twin - most) / total;
        }
    }

    private double[][] logs(double[][] shares) {
        double[][] logs = new double[shares.length][];
        for (int f = 0; f < shares.length; f++) {
            logs[f] = new double[shares[f].length];
            for (int level = 1; level < logs[f].length; level++) {
                logs[f][level] = Math.log(shares[f][level] / u[f][level]);
            }
        }
        return logs;
    }

    /** One expectation and one maximization; returns the largest change of a probability. */
    private double round() {
        Sums sums = new Sums();
        Posterior posterior = new Posterior();
        for (int row = 0; row < vectors.size(); row++) {
            if (kind < 0 || vectors.at(row, VectorCounts.KIND) == kind) {
                posterior.of(row);
                add(row, posterior, sums);
            }
        }
        return maximize(sums);
    }

    private void add(int row, Posterior posterior, Sums sums) {
        double count = vectors.count(row);
        double match = posterior.isMatch * count;
        double relative = posterior.isRelative * count;
        double namesake = posterior.isNamesake * count;
        double twin = posterior.isTwin * count;
        double stranger = count - match - relative - namesake - twin;
        sums.matches += match;
        sums.relatives += relative;
        sums.namesakes += namesake;
        sums.twins += twin;
        if (vectors.at(row, VectorCounts.SELF) == 1) {
            sums.selfMatches += match;
            sums.selfOthers += count - match;
        }
        for (int f = 0; f < m.length; f++) {
            int level = vectors.at(row, VectorCounts.LEVELS + f);
            sums.match[f][level] += match;
            sums.relative[f][level] += relative;
            sums.namesake[f][level] += namesake;
            sums.stranger[f][level] += stranger;
        }
    }

    private double maximize(Sums sums) {
        expectedMatches = sums.matches;
        double change = Math.abs(sums.matches / pairs - matches) / matches * 0.01;
        matches = Math.max(sums.matches, 0.5) / pairs;
        relatives = share(Rival.RELATIVES, sums.relatives);
        namesakes = share(Rival.NAMESAKES, sums.namesakes);
        twins = share(Rival.TWINS, sums.twins);
        selfBits = Math.clamp(
                (Math.log(sums.selfMatches / sums.selfOthers) - Math.log(matches / (1 - matches))) / LN2,
                0,
                SELF_BITS_LIMIT);
        for (int f = 0; f < features.size(); f++) {
            int levels = features.get(f).levels().size();
            Role role = features.get(f).role();
            if (role == Role.GIVEN_NAME && rivals.contains(Rival.TWINS)) {
                // What twins explain as well is theirs: without this, both share the pairs with other given names for
                // ever.
                sums.match[f][levels] /= 2;
            }
            double[] newM = shares(sums.match[f], levels, prior[f], priorStrength);
            for (int level = 1; level <= levels; level++) {
                change = Math.max(change, Math.abs(newM[level] - m[f][level]));
            }
            m[f] = newM;
            rareLevels(f, levels, sums.stranger[f]);
            r[f] = role.isByChanceAmongRelatives() ? u[f].clone() : shares(sums.relative[f], levels, u[f], 2);
            n[f] = role.isByChanceAmongNamesakes() ? u[f].clone() : shares(sums.namesake[f], levels, u[f], 2);
        }
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

    /** The probability that a pair with the vector of a row is one person. */
    double[] probabilities() {
        double[] probabilities = new double[vectors.size()];
        Posterior posterior = new Posterior();
        for (int row = 0; row < probabilities.length; row++) {
            posterior.of(row);
            probabilities[row] = posterior.isMatch;
        }
        return probabilities;
    }
}
