package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.ModelFiles;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.cluster.OneToOne;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.record.Edge;
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
    public String usage() {
        return LinkOptions.USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException, IOException {
        LinkOptions options = LinkOptions.parse(arguments);
        options.checkFiles();
        link(options, out, new ShownProgress(err));
        return HOLDS;
    }

    private static void link(LinkOptions options, PrintStream out, ShownProgress progress)
            throws IOException, BadInputException {
        MatchModel model = readModel(options.model());
        progress.at("read", 0, options.tables().size());
        RecordEncoder encoder = RecordEncoder.sharing(model);
        List<EncodedRecord> records = new ArrayList<>();
        for (Path file : options.tables()) {
            PeopleTable people = new PeopleTable(file, model, encoder);
            List<EncodedRecord> read =
                    people.read(options.idColumn(), options.tables().size() == 2);
            if (read.isEmpty()) {
                throw new BadInputException(file + ": expected at least one record under the heading");
            }
            records.addAll(read);
            people.complaints().forEach(progress::note);
        }
        Map<String, String> truth =
                options.truth().isPresent() ? LinkTruth.read(options.truth().get(), records) : Map.of();
        EncodedTable table = new EncodedTable(encoder, records);
        Candidates candidates;
        if (model.trained().isEmpty()) {
            Trainer.Learned learned = new Trainer(model, options.seed(), progress).train(table);
            model = learned.model();
            candidates = learned.candidates();
            learned.report().lines().forEach(line -> progress.note("learned: " + line));
        } else {
            progress.at("block", 0, table.size());
            candidates = new Candidates(table, new KeyMaker(model));
        }
        MatchEngine engine = MatchEngine.of(model, Population.exactly(records.size()));
        Answers answers = new Answers(options, engine, candidates);
        BulkOutcome outcome = new BulkResolver(engine, progress).resolve(candidates, List.of());
        int[] clusterOf = options.oneToOne() ? oneToOne(outcome, engine) : clusters(outcome);
        answers.find(outcome, truth, progress);
        progress.at("write", 0, 1);
        write(options, model, outcome, clusterOf, answers);
        progress.end();
        out.printf(
                Locale.ROOT,
                "%d records, %d candidate pairs (reduction ratio %.5f), %d edges, %d clusters%n",
                records.size(),
                outcome.candidates(),
                1 - outcome.candidates() / Math.max(1, comparable(records)),
                outcome.edges().size(),
                Arrays.stream(clusterOf).distinct().count());
        if (options.truth().isPresent()) {
            new TruthReport(truth, outcome, clusterOf, out).print(candidates);
        }
        answers.print(out);
    }

    private static MatchModel readModel(Path file) throws IOException, BadInputException {
        MatchModel model = ModelFiles.read(file);
        String pairs = Trained.pairKind(PeopleTable.KIND, PeopleTable.KIND);
        if (model.trained().isPresent() && !model.trained().get().weights().containsKey(pairs)) {
            throw new BadInputException(file + ": model.trained.weights: expected weights for " + pairs
                    + ", as link trains them, there are "
                    + model.trained().get().weights().keySet().stream().sorted().toList());
        }
        return model;
    }

    /** How many pairs could be compared at all: none within one table where two are linked. */
    private static double comparable(List<EncodedRecord> records) {
        double pairs = records.size() * (records.size() - 1.0) / 2;
        Map<String, Integer> bySource = new HashMap<>();
        records.stream()
                .filter(record -> !record.source().isEmpty())
                .forEach(record -> bySource.merge(record.source(), 1, Integer::sum));
        for (int held : bySource.values()) {
            pairs -= held * (held - 1.0) / 2;
        }
        return pairs;
    }

    private static int[] clusters(BulkOutcome outcome) {
        return IntStream.range(0, outcome.records().size())
                .map(outcome::clusterOf)
                .toArray();
    }

    private static int[] oneToOne(BulkOutcome outcome, MatchEngine engine) {
        int[] clusterOf = IntStream.range(0, outcome.records().size()).toArray();
        Map<String, Integer> places = new HashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < outcome.edges().size(); i++) {
            Edge edge = outcome.edge(i);
            edges.add(edge);
            places.put(edge.keyA(), outcome.edges().a(i));
            places.put(edge.keyB(), outcome.edges().b(i));
        }
        for (Edge edge : OneToOne.assign(
                edges,
                engine.linkBits(),
                key -> outcome.records().get(places.getOrDefault(key, 0)).contentHash())) {
            clusterOf[places.getOrDefault(edge.keyB(), 0)] = places.getOrDefault(edge.keyA(), 0);
        }
        return clusterOf;
    }

    private static void write(
            LinkOptions options, MatchModel model, BulkOutcome outcome, int[] clusterOf, Answers answers)
            throws IOException {
        try (OutputFiles files = new OutputFiles()) {
            files.write(options.out(), writer -> ResultTables.clusters(writer, outcome, clusterOf));
            if (options.pairs().isPresent()) {
                files.write(options.pairs().get(), writer -> ResultTables.pairs(writer, outcome));
            }
            if (options.modelOut().isPresent()) {
                files.write(options.modelOut().get(), writer -> writer.append(ModelWriter.write(model)));
            }
            answers.write(files);
            files.commit();
        }
    }
}
