package org.unifiedhotline.bench.linkage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.evaluation.ErrorPair;
import org.unifiedhotline.matching.evaluation.Evaluation;
import org.unifiedhotline.matching.evaluation.EvaluationReport;
import org.unifiedhotline.matching.evaluation.Evaluator;
import org.unifiedhotline.matching.explanation.Explanation;
import org.unifiedhotline.matching.explanation.Language;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.training.Trainer;

/**
 * Links the people of two dumps and scores the outcome.
 *
 * <p>{@code EvaluateDumps MODEL.yaml SWITCHBOARD.sql HOTLINE.sql [TRUTH.csv [CROSSWALK_OUT.csv [MODEL_OUT.yaml]]]}; a model
 * without weights is trained first. The truth has {@code source,table,local_id,person_id,resolvable}.
 */
public final class EvaluateDumps {
    /** How many errors are shown, with what the records hold: {@code -Derrors=100}. */
    private static final int ERRORS_SHOWN = Integer.getInteger("errors", 40);

    private EvaluateDumps() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        MatchModel model = ModelReader.read(Files.readString(Path.of(arguments[0])));
        List<MatchRecord> records = records(Path.of(arguments[1]), Path.of(arguments[2]), out);
        if (model.trained().isEmpty()) {
            Trainer.Result learned = new Trainer(model, 1, Progress.NONE).train(records);
            model = learned.model();
            learned.report().lines().forEach(out::println);
        }
        if (arguments.length > 5) {
            Files.writeString(Path.of(arguments[5]), ModelWriter.write(model));
        }
        Evaluator evaluator = new Evaluator(MatchEngine.forBulk(model, Population.step(records.size())), Progress.NONE);
        Evaluator.Run run = evaluator.run(records, List.of());
        if (arguments.length > 3) {
            Evaluation evaluation = evaluator.evaluate(run, List.of(), TruthFile.read(Path.of(arguments[3])));
            EvaluationReport.of(evaluation).forEach(out::println);
            EvaluationReport.worstFirst(evaluation.errors()).stream()
                    .limit(ERRORS_SHOWN)
                    .forEach(error -> show(error, out));
        }
        if (arguments.length > 4) {
            write(Path.of(arguments[4]), run.outcome());
        }
    }

    private static void show(ErrorPair error, PrintStream out) {
        out.printf(
                "%n%s by %s: %s %s, sharing %s; resolvable %s, one household %s; %s%n",
                error.fault().word(),
                error.loss().word(),
                error.keyA(),
                error.keyB(),
                error.evidence().word(),
                error.resolvable(),
                error.household(),
                error.separation());
        Explanation explanation = Explanation.of(error.weight(), Language.ENGLISH);
        out.println("  " + explanation.summary());
        explanation.reasons().forEach(reason -> out.println("    " + reason));
    }

    private static List<MatchRecord> records(Path switchboard, Path hotline, PrintStream out) throws IOException {
        Map<SourceRecordKey, SourceRow> rows = new HashMap<>(DumpReader.read(SourceSystem.SWITCHBOARD, switchboard));
        rows.putAll(DumpReader.read(SourceSystem.HOTLINE, hotline));
        CanonicalMapper mapper = new CanonicalMapper();
        People people = new People();
        rows.forEach((key, row) -> people.add(mapper.map(key, row)));
        out.println(rows.size() + " rows read and mapped");
        return people.records();
    }

    private static void write(Path file, BulkOutcome outcome) throws IOException {
        StringBuilder text = new StringBuilder("source,table,local_id,master_id,link_kind\n");
        for (int i = 0; i < outcome.records().size(); i++) {
            text.append(outcome.records().get(i).key().replace('/', ','))
                    .append(',')
                    .append(outcome.clusterOf(i))
                    .append(",automatic\n");
        }
        Files.writeString(file, text);
    }
}
