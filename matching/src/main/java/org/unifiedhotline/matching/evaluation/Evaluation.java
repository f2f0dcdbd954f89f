package org.unifiedhotline.matching.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How good the clusters of a set of records are, measured against a truth.
 *
 * @param records how many records were resolved
 * @param unknown how many of them the truth does not tell of; they are resolved with the others and judged nowhere
 * @param missing how many records of the truth were not there; each counts as a cluster of its own
 * @param curve precision and recall by threshold
 * @param resolvable the intervals of the figures over resolvable records at the model's own threshold
 * @param all the same over all records of the truth
 * @param byKind pairs of resolvable records by kind of pair
 * @param byEvidence pairs of resolvable records by the best that they share
 * @param households pairs within one household, over all records; empty of pairs where no household is known
 * @param resolvableHouseholds the same, over resolvable records
 * @param thin pairs of which a record holds too little to be resolvable
 * @param blocking what blocking keeps
 * @param errors all pairs that came out wrong, wrong ones before missed ones, by keys
 */
public record Evaluation(
        int records,
        int unknown,
        int missing,
        Curve curve,
        BlockBootstrap resolvable,
        BlockBootstrap all,
        Map<String, PairScore> byKind,
        Map<Evidence, PairScore> byEvidence,
        PairScore households,
        PairScore resolvableHouseholds,
        PairScore thin,
        BlockingScore blocking,
        List<ErrorPair> errors) {
    public Evaluation {
        byKind = Map.copyOf(byKind);
        byEvidence = Map.copyOf(byEvidence);
        errors = List.copyOf(errors);
    }
}
