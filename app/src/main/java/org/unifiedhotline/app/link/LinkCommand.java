package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.cluster.OneToOne;
import org.unifiedhotline.matching.evaluation.ClusterScore;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.record.Edge;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.training.Trainer;

/** {@code link}: finds duplicates in a table of people, or links two tables. */
public final class LinkCommand implements Command {
    @Override
    public String name() {
        return "link";
    }

    @Override
    public String summary() {
        return "links any table of people: finds duplicates in one CSV file, or links two";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(LinkOptions.USAGE);
            return HOLDS;
        }
        try {
            link(LinkOptions.parse(arguments), out, new ShownProgress(err));
            return HOLDS;
        } catch (BadInputException | ModelException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("cannot read or write: " + e.getMessage());
        }
        return COULD_NOT_RUN;
    }

    private static void link(LinkOptions options, PrintStream out, ShownProgress progress)
            throws IOException, BadInputException {
        MatchModel model = readModel(options);
        progress.at("read", 0, options.tables().size());
        List<MatchRecord> records = new ArrayList<>();
        for (var table : options.tables()) {
            records.addAll(new PeopleTable(table, model)
                    .read(options.idColumn(), options.tables().size() == 2));
        }
        Map<String, String> truth = options.truth().isPresent() ? truth(options) : Map.of();
        if (model.trained().isEmpty()) {
            Trainer.Result learned = new Trainer(model, options.seed(), progress).train(records);
            model = learned.model();
            learned.report().lines().forEach(line -> progress.note("learned: " + line));
        }
        MatchEngine engine = MatchEngine.forBulk(model, Population.exactly(records.size()));
        BulkOutcome outcome = new BulkResolver(engine, progress).resolve(records, List.of());
        Map<String, String> clusters = options.oneToOne() ? oneToOne(outcome, engine) : clusters(outcome);
        progress.at("write", 0, 1);
        write(options, model, outcome, clusters);
        progress.end();
        out.printf(
                Locale.ROOT,
                "%d records, %d candidate pairs (reduction %.5f), %d edges, %d clusters%n",
                records.size(),
                outcome.candidates(),
                1 - outcome.candidates() / (records.size() * (records.size() - 1.0) / 2),
                outcome.edges().size(),
                clusters.values().stream().distinct().count());
        if (options.truth().isPresent()) {
            report(truth, clusters, outcome, out);
        }
    }

    private static MatchModel readModel(LinkOptions options) throws IOException, BadInputException {
        if (!Files.isReadable(options.model())) {
            throw new BadInputException(options.model() + ": cannot be read");
        }
        try {
            return ModelReader.read(Files.readString(options.model()));
        } catch (ModelException e) {
            throw new BadInputException(options.model() + ": " + e.getMessage());
        }
    }

    private static Map<String, String> clusters(BulkOutcome outcome) {
        Map<String, String> clusters = new HashMap<>();
        for (List<String> cluster : outcome.clusters()) {
            cluster.forEach(key -> clusters.put(key, cluster.getFirst()));
        }
        return clusters;
    }

    private static Map<String, String> oneToOne(BulkOutcome outcome, MatchEngine engine) {
        Map<String, String> clusters = new HashMap<>();
        outcome.records().forEach(record -> clusters.put(record.key(), record.key()));
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < outcome.edges().size(); i++) {
            edges.add(outcome.edge(i));
        }
        for (Edge edge : OneToOne.assign(edges, engine.linkBits())) {
            clusters.put(edge.keyB(), edge.keyA());
        }
        return clusters;
    }

    private static void write(LinkOptions options, MatchModel model, BulkOutcome outcome, Map<String, String> clusters)
            throws IOException {
        try (OutputFiles files = new OutputFiles()) {
            files.write(options.out(), writer -> ResultTables.clusters(writer, outcome, clusters));
            if (options.pairs().isPresent()) {
                files.write(options.pairs().get(), writer -> ResultTables.pairs(writer, outcome));
            }
            if (options.modelOut().isPresent()) {
                files.write(options.modelOut().get(), writer -> writer.append(ModelWriter.write(model)));
            }
            files.commit();
        }
    }

    private static Map<String, String> truth(LinkOptions options) throws IOException, BadInputException {
        Map<String, String> persons = new HashMap<>();
        var file = options.truth().orElseThrow();
        try (CSVParser parser = PeopleTable.open(file)) {
            if (!parser.getHeaderNames().containsAll(List.of("file", "record_id", "person_id"))) {
                throw new BadInputException(file + ": line 1: expected the columns file,record_id,person_id");
            }
            for (CSVRecord row : parser) {
                persons.put(row.get("file") + "/" + row.get("record_id"), row.get("person_id"));
            }
        }
        return persons;
    }

    private static void report(
            Map<String, String> truth, Map<String, String> clusters, BulkOutcome outcome, PrintStream out) {
        List<String> persons = new ArrayList<>();
        List<String> found = new ArrayList<>();
        truth.forEach((key, person) -> {
            persons.add(person);
            found.add(clusters.getOrDefault(key, "missing " + key));
        });
        out.println("clusters: " + ClusterScore.of(persons, found).line());
        long edges = 0;
        for (int i = 0; i < outcome.edges().size(); i++) {
            Edge edge = outcome.edge(i);
            String person = truth.get(edge.keyA());
            edges += person != null && person.equals(truth.get(edge.keyB())) ? 1 : 0;
        }
        out.println("true pairs at or above the possible threshold: " + edges);
    }
}
