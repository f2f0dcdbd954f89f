package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.evaluation.ClericalSample;
import org.unifiedhotline.matching.evaluation.ErrorPair;
import org.unifiedhotline.matching.evaluation.Evaluation;
import org.unifiedhotline.matching.evaluation.EvaluationReport;
import org.unifiedhotline.matching.evaluation.Evaluator;
import org.unifiedhotline.matching.evaluation.Reclustering;
import org.unifiedhotline.matching.evaluation.Truth;
import org.unifiedhotline.matching.explanation.ClusterExplanation;
import org.unifiedhotline.matching.explanation.Explanation;
import org.unifiedhotline.matching.record.MatchWeight;

/**
 * What is told beyond who is who: why two records are one person or two, what was got wrong and by which step, and pairs for people
 * to judge. It looks at the clusters before {@code --one-to-one} parts them.
 */
final class Answers {
    private static final int SAMPLE_SIZE = 200;

    private final LinkOptions options;
    private final LinkOptions.Questions asked;
    private final MatchEngine engine;
    private final List<String> explained;
    private final Candidates candidates;
    private final List<String> lines = new ArrayList<>();
    private @Nullable Evaluation evaluation;
    private List<ClericalSample.Drawn> sample = List.of();

    /** Complains of records to be explained that are not there. */
    Answers(LinkOptions options, MatchEngine engine, Candidates candidates) throws BadInputException {
        this.options = options;
        this.asked = options.questions();
        this.engine = engine;
        this.candidates = candidates;
        this.explained = new ArrayList<>();
        for (String name : asked.explain()) {
            explained.add(key(name, candidates.table().records()));
        }
        if (explained.size() == 2 && explained.getFirst().equals(explained.getLast())) {
            throw new BadInputException("--explain: expected two records, got one twice");
        }
    }

    private static String key(String name, List<EncodedRecord> records) throws BadInputException {
        List<String> keys = records.stream()
                .map(EncodedRecord::key)
                .filter(key ->
                        key.equals(name) || key.substring(key.indexOf('/') + 1).equals(name))
                .toList();
        if (keys.size() != 1) {
            throw new BadInputException(
                    "--explain: expected one record of the tables, there are " + keys.size() + " of the name " + name);
        }
        return keys.getFirst();
    }

    /** Works out what was asked. */
    void find(BulkOutcome outcome, Map<String, String> truth, Progress progress) {
        if (!explained.isEmpty()) {
            explain(Reclustering.of(engine, outcome, List.of()), explained.getFirst(), explained.getLast());
        }
        if (asked.curve() || asked.errors().isPresent()) {
            Evaluator.Run run = new Evaluator.Run(outcome.records(), candidates, outcome);
            evaluation = new Evaluator(engine, progress).evaluate(run, List.of(), Truth.of(truth));
        }
        if (asked.curve() && evaluation != null) {
            lines.addAll(EvaluationReport.of(evaluation));
        }
        if (asked.sample().isPresent()) {
            sample = ClericalSample.draw(engine, outcome, SAMPLE_SIZE, options.seed());
        }
    }

    private void explain(Reclustering clusters, String keyA, String keyB) {
        MatchWeight weight = clusters.weigh(keyA, keyB);
        Explanation explanation = explanation(weight);
        lines.add(keyA + " | " + keyB);
        lines.add(explanation.summary());
        explanation.reasons().forEach(reason -> lines.add("  " + reason));
        if (clusters.clusterOf(keyA).contains(keyB)) {
            ClusterExplanation cluster = ClusterExplanation.of(
                    clusters.historyOf(keyA), clusters.clusterOf(keyA), clusters.linkBits(), asked.language());
            lines.add(cluster.summary());
            cluster.joins().forEach(join -> lines.add("  " + join));
        } else {
            lines.add("≠ "
                    + clusters.historyOf(keyA)
                            .between(keyA, keyB)
                            .map(apart -> ClusterExplanation.whyNot(apart, clusters.linkBits(), asked.language()))
                            .orElseGet(() -> ClusterExplanation.notConnected(asked.language())));
        }
    }

    private Explanation explanation(MatchWeight weight) {
        return asked.withValues()
                ? Explanation.of(weight, asked.language())
                : Explanation.withoutValues(weight, asked.language());
    }

    /** Writes the tables that were asked for. */
    void write(OutputFiles files) throws IOException {
        if (asked.errors().isPresent() && evaluation != null) {
            List<ErrorPair> errors = EvaluationReport.worstFirst(evaluation.errors());
            files.write(asked.errors().get(), writer -> writeErrors(writer, errors));
        }
        if (asked.sample().isPresent()) {
            files.write(asked.sample().get(), this::writeSample);
        }
    }

    private void writeErrors(Appendable to, List<ErrorPair> errors) throws IOException {
        to.append(
                "error,lost_by,best_shared,file_a,id_a,file_b,id_b,match_weight,match_probability,explanation,held_apart_by\n");
        for (ErrorPair pair : errors) {
            to.append(pair.fault().word())
                    .append(',')
                    .append(pair.loss().word())
                    .append(',');
            to.append(pair.evidence().word()).append(',');
            writePair(to, pair.keyA(), pair.keyB(), pair.weight());
            ResultTables.field(to, String.join("; ", explanation(pair.weight()).reasons()));
            to.append('"').append(apart(pair).replace("\"", "\"\"")).append("\"\n");
        }
    }

    private String apart(ErrorPair pair) {
        return switch (pair.fault()) {
            case WRONG -> "";
            case MISSED -> {
                Optional<String> between = pair.separation()
                        .map(one -> ClusterExplanation.whyNot(one, engine.linkBits(), asked.language()));
                yield between.orElseGet(() -> ClusterExplanation.notConnected(asked.language()));
            }
        };
    }

    private void writeSample(Appendable to) throws IOException {
        to.append("stratum,stratum_pairs,file_a,id_a,file_b,id_b,match_weight,match_probability,explanation,verdict\n");
        for (ClericalSample.Drawn pair : sample) {
            to.append(pair.band().word())
                    .append(',')
                    .append(String.valueOf(pair.bandPairs()))
                    .append(',');
            writePair(to, pair.keyA(), pair.keyB(), pair.weight());
            ResultTables.field(to, String.join("; ", explanation(pair.weight()).reasons()));
            to.append('\n');
        }
    }

    private static void writePair(Appendable to, String keyA, String keyB, MatchWeight weight) throws IOException {
        ResultTables.record(to, keyA);
        ResultTables.record(to, keyB);
        to.append(String.format(Locale.ROOT, "%.3f,%.6f,", weight.bits(), weight.probability()));
    }

    /** Prints what was found. */
    void print(PrintStream out) {
        lines.forEach(out::println);
        if (asked.sample().isPresent()) {
            out.println(sample.size() + " linked pairs to judge in "
                    + asked.sample().get()
                    + ": put same, different or unsure into the column verdict, then evaluate --judged");
        }
    }
}
