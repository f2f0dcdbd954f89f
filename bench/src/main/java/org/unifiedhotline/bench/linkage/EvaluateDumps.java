package org.unifiedhotline.bench.linkage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.evaluation.ClusterScore;
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
        MatchEngine engine = MatchEngine.forBulk(model, Population.exactly(records.size()));
        BulkOutcome outcome = new BulkResolver(engine, Progress.NONE).resolve(records, List.of());
        out.printf(
                Locale.ROOT,
                "%d records, %d candidate pairs (%.4f %% of all), %d edges, link at %.2f bits%n",
                records.size(),
                outcome.candidates(),
                100 * outcome.candidates() / (records.size() * (records.size() - 1.0) / 2),
                outcome.edges().size(),
                engine.linkBits());
        if (arguments.length > 3) {
            Truth truth = Truth.read(Path.of(arguments[3]));
            Map<String, String> clusters = new HashMap<>();
            outcome.clusters().forEach(cluster -> cluster.forEach(key -> clusters.put(key, cluster.getFirst())));
            score("resolvable", truth, clusters, true, out);
            score("all rows", truth, clusters, false, out);
            Errors.print(truth, clusters, records, outcome, engine, out);
        }
        if (arguments.length > 4) {
            write(Path.of(arguments[4]), outcome);
        }
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

    private static void score(
            String what, Truth truth, Map<String, String> clusters, boolean resolvableOnly, PrintStream out) {
        List<String> persons = new ArrayList<>();
        List<String> found = new ArrayList<>();
        truth.persons().forEach((key, person) -> {
            if (!resolvableOnly || truth.isResolvable(key)) {
                persons.add(person);
                found.add(clusters.getOrDefault(key, "missing " + key));
            }
        });
        out.println(what + ": " + ClusterScore.of(persons, found).line());
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
