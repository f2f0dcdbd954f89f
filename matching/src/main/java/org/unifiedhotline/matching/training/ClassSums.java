package org.unifiedhotline.matching.training;

/** What one pass over vectors collects: how many pairs of each class there seem to be, and at which levels. */
final class ClassSums {
    private static final int LEVELS = 16;

    final double[][] match;
    final double[][] relative;
    final double[][] namesake;
    final double[][] neighbour;
    final double[][] stranger;
    double matches;
    double relatives;
    double namesakes;
    double twins;
    double neighbours;
    double selfMatches;
    double selfOthers;

    ClassSums(int features) {
        match = new double[features][LEVELS];
        relative = new double[features][LEVELS];
        namesake = new double[features][LEVELS];
        neighbour = new double[features][LEVELS];
        stranger = new double[features][LEVELS];
    }

    /** Adds the pairs of a row, each class as far as it is probable. */
    void add(VectorCounts vectors, int row, double count, Posterior posterior) {
        double isMatch = posterior.isMatch * count;
        double isRelative = posterior.isRelative * count;
        double isNamesake = posterior.isNamesake * count;
        double isTwin = posterior.isTwin * count;
        double isNeighbour = posterior.isNeighbour * count;
        double isStranger = count - isMatch - isRelative - isNamesake - isTwin - isNeighbour;
        matches += isMatch;
        relatives += isRelative;
        namesakes += isNamesake;
        twins += isTwin;
        neighbours += isNeighbour;
        if (vectors.at(row, VectorCounts.SELF) == 1) {
            selfMatches += isMatch;
            selfOthers += count - isMatch;
        }
        for (int f = 0; f < match.length; f++) {
            int level = vectors.at(row, VectorCounts.LEVELS + f);
            match[f][level] += isMatch;
            relative[f][level] += isRelative;
            namesake[f][level] += isNamesake;
            neighbour[f][level] += isNeighbour;
            stranger[f][level] += isStranger;
        }
    }

    void add(ClassSums other) {
        matches += other.matches;
        relatives += other.relatives;
        namesakes += other.namesakes;
        twins += other.twins;
        neighbours += other.neighbours;
        selfMatches += other.selfMatches;
        selfOthers += other.selfOthers;
        for (int f = 0; f < match.length; f++) {
            for (int level = 0; level < LEVELS; level++) {
                match[f][level] += other.match[f][level];
                relative[f][level] += other.relative[f][level];
                namesake[f][level] += other.namesake[f][level];
                neighbour[f][level] += other.neighbour[f][level];
                stranger[f][level] += other.stranger[f][level];
            }
        }
    }
}
