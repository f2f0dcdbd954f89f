package org.unifiedhotline.masterrecords.reviewtasks;

import java.util.Comparator;

/**
 * A question that resolution leaves open.
 *
 * @param recordA the smaller number of the two records
 * @param recordB the greater
 * @param bits the match weight of the two; 0 where it is not the point
 */
public record Question(long recordA, long recordB, TaskKind kind, double bits) {
    /**
     * A possible link below this many bits, odds of one in ten, is no question: its edge is kept and shown, but a steward
     * would say "two people" ten times for each "one".
     */
    static final double LEAST_ASKED = -3.3;

    /** The most urgent and strongest first; ties by the numbers of the records. */
    static final Comparator<Question> MOST_URGENT = Comparator.<Question>comparingInt(
                    question -> -question.kind().urgency())
            .thenComparing(Comparator.comparingDouble(Question::bits).reversed())
            .thenComparingLong(Question::recordA)
            .thenComparingLong(Question::recordB);

    public Question {
        if (recordA >= recordB) {
            throw new IllegalArgumentException("a question names the record with the smaller number first");
        }
    }

    public static Question of(long one, long other, TaskKind kind, double bits) {
        return new Question(Math.min(one, other), Math.max(one, other), kind, bits);
    }

    /** Whether it is likely enough to be asked. */
    boolean isWorthAsking() {
        return kind != TaskKind.POSSIBLE_LINK || bits >= LEAST_ASKED;
    }

    /** How soon it should be answered: the kind first, then whether a child or victim is concerned, then the weight. */
    int priority(boolean subject) {
        long closeness = Math.clamp(Math.round(bits) + 10, 0, 20);
        return kind.urgency() * 10 + (subject ? 50 : 0) + (int) closeness;
    }
}
