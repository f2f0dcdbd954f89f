package org.unifiedhotline.app.link;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;
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
        link(LinkOptions.parse(arguments), out, new ShownProgress(err));
        return HOLDS;
    }

    private static void link(LinkOptions options, PrintStream out, ShownProgress progress)
            throws IOException, BadInputException {
        MatchModel model = readModel(options);
        progress.at("read", 0, options.tables().size());
        RecordEncoder encoder = RecordEncoder.sharing(model);
        List<EncodedRecord> records = new ArrayList<>();
        for (Path file : options.tables()) {
            records.addAll(new PeopleTable(file, model, encoder)
                    .read(options.idColumn(), options.tables().size() == 2));
        }
        if (records.isEmpty()) {
            throw new BadInputException(
                    options.tables().getFirst() + ": expected at least one record under the heading");
        }
        Map<String, String> truth = options.truth().isPresent() ? truth(options) : Map.of();
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
        BulkOutcome outcome = new BulkResolver(engine, progress).resolve(candidates, List.of());
        int[] clusterOf = options.oneToOne() ? oneToOne(outcome, engine) : clusters(outcome);
        progress.at("write", 0, 1);
        write(options, model, outcome, clusterOf);
        progress.end();
        out.printf(
                Locale.ROOT,
                "%d records, %d candidate pairs (reduction ratio %.5f), %d edges, %d clusters%n",
                records.size(),
                outcome.candidates(),
                1 - outcome.candidates() / Math.max(1, records.size() * (records.size() - 1.0) / 2),
                outcome.edges().size(),
                Arrays.stream(clusterOf).distinct().count());
        if (options.truth().isPresent()) {
            new TruthReport(truth, outcome, clusterOf, out).print(candidates);
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
        for (Edge edge : OneToOne.assign(edges, engine.linkBits())) {
            clusterOf[places.getOrDefault(edge.keyB(), 0)] = places.getOrDefault(edge.keyA(), 0);
        }
        return clusterOf;
    }

    private static void write(LinkOptions options, MatchModel model, BulkOutcome outcome, int[] clusterOf)
            throws IOException {
        try (OutputFiles files = new OutputFiles()) {
            files.write(options.out(), writer -> ResultTables.clusters(writer, outcome, clusterOf));
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
        try (CsvReader reader = PeopleTable.open(file)) {
            List<String> header = reader.next();
            List<String> expected = List.of("file", "record_id", "person_id");
            if (header == null || !header.containsAll(expected)) {
                throw new BadInputException("line 1: expected the columns " + String.join(",", expected));
            }
            int[] places = expected.stream().mapToInt(header::indexOf).toArray();
            for (List<String> row = reader.next(); row != null; row = reader.next()) {
                if (row.size() != header.size()) {
                    throw new BadInputException(
                            "line " + reader.line() + ": expected " + header.size() + " columns, got " + row.size());
                }
                persons.put(row.get(places[0]) + "/" + row.get(places[1]), row.get(places[2]));
            }
        } catch (BadInputException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
        return persons;
    }
}
