package org.unifiedhotline.matching.training;

import java.util.List;

/**
 * What a training run saw.
 *
 * @param candidates how many pairs were compared
 * @param vectors how many different comparison vectors they had
 * @param expectedMatches how many of the pairs are expected to be one person
 * @param lines the report in words
 */
public record TrainingReport(long candidates, int vectors, double expectedMatches, List<String> lines) {
    public TrainingReport {
        lines = List.copyOf(lines);
    }
}
