package org.unifiedhotline.matching.training;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Level;
import org.unifiedhotline.matching.model.Rival;
import org.unifiedhotline.matching.model.Role;

/**
 * Finds m, r and the shares of the classes by expectation maximization (A. P. Dempster, N. M. Laird and D. B. Rubin, 1977),
 * over all pairs of one kind: candidates with their vectors, and the rest as strangers. u stays as it was sampled, but for
 * levels too rare for a sample, which are counted among the candidates.
 *
 * <p>Pairs of which people said what they are enter with a known class, each in place of its unlabelled self (K. Nigam, A. McCallum,
 * S. Thrun and T. Mitchell, Machine Learning 39, 2000; for record linkage M. D. Larsen and D. B. Rubin, JASA 96, 2001). Which pairs
 * people were shown may depend on how they compare: given that, it does not bias what is learned.
 */
final class ExpectationMaximization {
    private static final int MOST_ROUNDS = 300;
    private static final double CONVERGED = 1e-5;
    /** Sampled levels with fewer pairs than this are too rare for the sample. */
    private static final int ENOUGH = 30;

    private static final double SELF_BITS_LIMIT = 18;
    /** Twins among pairs that look like one person, before anything is known. */
    private static final double TWINS_AT_FIRST = 0.02;

    /**
     * Of the rows of one person, more than so many do not have wholly different given names or births. Without this, where
     * households outnumber duplicates, the class of one person may settle on people who share a roof.
     */
    private static final double MOST_UNLIKE_ONESELF = 0.2;

    private static final double ABSENT = 1e-300;
    private static final double LN2 = Math.log(2);
    /** Rows are summed in portions of this size, whatever the number of cores: sums come out the same bit for bit. */
    private static final int PORTION = 4096;

    private final VectorCounts vectors;
    private final int kind;
    private final List<Feature> features;
    private final List<Rival> rivals;
    private final double pairs;
    private final double scale;
    private final long[][] sampled;
    private final double[][] prior;
    private final double priorStrength;

    /** What is held true now. */
    final PairClasses classes;

    double expectedMatches;

    /**
     * @param vectors the vectors of the candidates, or of a fair part of them
     * @param kind the kind of pair whose vectors are looked at, or -1 for all
     * @param rarity how much the rarity of values counts among strangers at a level, see {@link StrangerSample#rarity}
     * @param pooled what was learned of all kinds together, to which few pairs of this kind are drawn; null for none
     */
    ExpectationMaximization(
            VectorCounts vectors,
            int kind,
            List<Feature> features,
            List<Rival> rivals,
            double pairs,
            long[][] sampled,
            double[][] rarity,
            @Nullable PairClasses pooled,
            double expectedMatches) {
        this.vectors = vectors;
        this.kind = kind;
        this.features = features;
        this.rivals =
                rivals.stream().filter(rival -> isToldApart(rival, features)).toList();
        this.pairs = pairs;
        this.scale = 1 / vectors.part();
        this.sampled = sampled;
        this.priorStrength = pooled == null ? 0.5 : 10;
        classes = new PairClasses(features.size());
        for (int f = 0; f < features.size(); f++) {
            int levels = features.get(f).levels().size();
            Role role = features.get(f).role();
            classes.u[f] = Shares.weighed(Shares.sampled(sampled[f], levels), rarity[f]);
            classes.m[f] = pooled == null ? Shares.first(levels) : pooled.m[f].clone();
            classes.r[f] = role.isSharedByRelatives() ? Shares.first(levels) : classes.u[f].clone();
            classes.n[f] = role.isSharedByNamesakes() ? classes.m[f].clone() : classes.u[f].clone();
            classes.p[f] = role.isSharedByNeighbours() ? Shares.first(levels) : classes.u[f].clone();
        }
        this.prior = pooled == null ? classes.m.clone() : pooled.m;
        classes.matches = expectedMatches / pairs;
        classes.relatives = share(Rival.RELATIVES, expectedMatches);
        classes.namesakes = share(Rival.NAMESAKES, expectedMatches);
        classes.twins = share(Rival.TWINS, TWINS_AT_FIRST * expectedMatches);
        classes.neighbours = neighbours(expectedMatches);
    }

    /**
     * Whether a table has anything that tells a rival from one person. Without it, the class of the rival would be free to take
     * the pairs of one person for its own.
     */
    private static boolean isToldApart(Rival rival, List<Feature> features) {
        return switch (rival) {
            case RELATIVES ->
                features.stream().anyMatch(feature -> feature.role().isByChanceAmongRelatives());
            case NAMESAKES ->
                features.stream().anyMatch(feature -> feature.role().isSharedByNamesakes())
                        && features.stream().anyMatch(feature -> feature.role().isByChanceAmongNamesakes());
            case TWINS -> features.stream().anyMatch(feature -> feature.role() == Role.GIVEN_NAME);
        };
    }

    /** The share of a rival among all pairs: never zero, so that it can grow; next to nothing if it is not reckoned with. */
    private double share(Rival rival, double sum) {
        return rivals.contains(rival) ? Math.max(sum, 0.5) / pairs : ABSENT;
    }

    /** Neighbours are reckoned with where relatives are, if there is more than one thing that they share. */
    private double neighbours(double sum) {
        long shared = features.stream()
                .filter(feature -> feature.role().isSharedByNeighbours())
                .count();
        return shared > 1 ? share(Rival.RELATIVES, sum) : ABSENT;
    }

    /** Runs until nothing moves; returns the number of rounds. */
    int run() {
        int rounds = 1;
        while (maximize(expected()) >= CONVERGED && rounds < MOST_ROUNDS) {
            rounds++;
        }
        return rounds;
    }

    private ClassSums expected() {
        int portions = (vectors.size() + PORTION - 1) / PORTION;
        List<ClassSums> parts = IntStream.range(0, portions)
                .parallel()
                .mapToObj(portion -> expected(portion * PORTION, Math.min(vectors.size(), (portion + 1) * PORTION)))
                .toList();
        ClassSums sums = new ClassSums(features.size());
        sums.selfMatches = 0.5;
        sums.selfOthers = 0.5;
        parts.forEach(sums::add);
        return sums;
    }

    private ClassSums expected(int from, int to) {
        ClassSums sums = new ClassSums(features.size());
        Posterior posterior = new Posterior(vectors, features, classes);
        for (int row = from; row < to; row++) {
            if (kind < 0 || vectors.at(row, VectorCounts.KIND) == kind) {
                posterior.of(row);
                boolean said = vectors.at(row, VectorCounts.LABEL) != VectorCounts.UNSAID;
                sums.add(vectors, row, said ? vectors.count(row) : vectors.count(row) * scale, posterior);
            }
        }
        return sums;
    }

    /** Takes the shares that the sums tell; returns the largest change of a probability. */
    private double maximize(ClassSums sums) {
        expectedMatches = sums.matches;
        double change = Math.abs(sums.matches / pairs - classes.matches) / classes.matches * 0.01;
        classes.matches = Math.max(sums.matches, 0.5) / pairs;
        classes.relatives = share(Rival.RELATIVES, sums.relatives);
        classes.namesakes = share(Rival.NAMESAKES, sums.namesakes);
        classes.twins = share(Rival.TWINS, sums.twins);
        classes.neighbours = neighbours(sums.neighbours);
        classes.selfBits = Math.clamp(
                (Math.log(sums.selfMatches / sums.selfOthers)
                                - Math.log(classes.matches / Math.max(ABSENT, 1 - classes.matches)))
                        / LN2,
                0,
                SELF_BITS_LIMIT);
        for (int f = 0; f < features.size(); f++) {
            change = Math.max(change, maximize(f, features.get(f).role(), sums));
        }
        return change;
    }

    private double maximize(int f, Role role, ClassSums sums) {
        int levels = features.get(f).levels().size();
        if (role == Role.GIVEN_NAME && rivals.contains(Rival.TWINS)) {
            // What twins explain as well is theirs: without this, both share the pairs with other given names for ever.
            sums.match[f][levels] /= 2;
        }
        double[] before = classes.m[f];
        double[] m = Shares.smoothed(sums.match[f], levels, prior[f], priorStrength);
        classes.m[f] =
                role == Role.GIVEN_NAME || role == Role.BIRTH ? Shares.withLastAtMost(m, MOST_UNLIKE_ONESELF) : m;
        double change = 0;
        for (int level = 1; level <= levels; level++) {
            change = Math.max(change, Math.abs(classes.m[f][level] - before[level]));
        }
        countRareLevels(f, levels, sums.stranger[f]);
        double[] u = classes.u[f];
        classes.r[f] = role.isByChanceAmongRelatives() ? u.clone() : Shares.smoothed(sums.relative[f], levels, u, 2);
        classes.n[f] = role.isByChanceAmongNamesakes() ? u.clone() : Shares.smoothed(sums.namesake[f], levels, u, 2);
        classes.p[f] = role.isSharedByNeighbours() ? Shares.smoothed(sums.neighbour[f], levels, u, 2) : u.clone();
        return change;
    }

    /** Levels that strangers reach too rarely for the sample are counted among the candidates, where they all are. */
    private void countRareLevels(int f, int levels, double[] stranger) {
        double known = 0;
        for (int level = 1; level <= levels; level++) {
            known += sampled[f][level];
        }
        double all = known + sampled[f][0];
        double comparable = pairs * (all == 0 ? 1 : known / all);
        for (int level = 1; level <= levels; level++) {
            Level named = features.get(f).levels().get(level - 1);
            if (sampled[f][level] < ENOUGH && (level == 1 || named.identifying())) {
                classes.u[f][level] = Math.max((stranger[level] + 0.5) / (comparable + 1), 1e-12);
            }
        }
    }

    /** The match weight in bits of a pair with the vector of each row, whatever people said of it. */
    double[] weights() {
        double[] weights = new double[vectors.size()];
        Posterior posterior = new Posterior(vectors, features, classes);
        for (int row = 0; row < weights.length; row++) {
            posterior.of(row);
            weights[row] = posterior.odds;
        }
        return weights;
    }
}
