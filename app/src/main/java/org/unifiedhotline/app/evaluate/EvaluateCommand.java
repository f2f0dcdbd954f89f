package org.unifiedhotline.app.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.app.hub.ModelFiles;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.resolution.ResolutionInput;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.evaluation.ClericalSample;
import org.unifiedhotline.matching.evaluation.ClusterScore;
import org.unifiedhotline.matching.evaluation.Evaluation;
import org.unifiedhotline.matching.evaluation.EvaluationReport;
import org.unifiedhotline.matching.evaluation.Evaluator;
import org.unifiedhotline.matching.evaluation.Truth;
import org.unifiedhotline.matching.model.MatchModel;

/** {@code evaluate}: measures the hub's clusters against a truth, or by links that people judged. */
public final class EvaluateCommand implements Command {
    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public String summary() {
        return "measures who is who in the hub against a truth, or by links that people judged";
    }

    @Override
    public String usage() {
        return EvaluateOptions.USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException, IOException {
        EvaluateOptions options = EvaluateOptions.parse(arguments);
        options.checkFiles();
        return switch (options.task()) {
            case EvaluateOptions.Measure measure -> measure(options, measure, out, err);
            case EvaluateOptions.Draw draw -> draw(options, draw, out, err);
            case EvaluateOptions.Reckon reckon -> reckon(reckon, out);
        };
    }

    /** The hub's people, and an engine that decides as the service does. */
    private record Loaded(ResolutionInput people, MatchEngine engine) {
        static Loaded of(EvaluateOptions options, ShownProgress progress, PrintStream err)
                throws BadInputException, IOException {
            try (HubSession hub = HubSession.open(options.common())) {
                hub.putOnRecord(
                        options.withValues() ? AuditKind.EXPORT : AuditKind.READ,
                        options.withValues() ? "evaluate --with-values" : "evaluate",
                        Map.of(),
                        err);
                MatchModel model = options.model().isPresent()
                        ? ModelFiles.read(options.model().get())
                        : hub.modelInForce();
                progress.at("read", 0, 1);
                ResolutionInput people = hub.people();
                return new Loaded(
                        people,
                        MatchEngine.forBulk(
                                model, Population.step(people.records().size())));
            }
        }
    }

    private static int measure(
            EvaluateOptions options, EvaluateOptions.Measure measure, PrintStream out, PrintStream err)
            throws BadInputException, IOException {
        Truth truth = TruthFiles.read(measure.truth(), measure.persons());
        ShownProgress progress = new ShownProgress(err);
        Loaded loaded = Loaded.of(options, progress, err);
        Evaluator evaluator = new Evaluator(loaded.engine(), progress);
        Evaluator.Run run =
                evaluator.run(loaded.people().records(), loaded.people().assertions());
        Evaluation evaluation = evaluator.evaluate(run, loaded.people().assertions(), truth);
        if (measure.errors().isPresent()) {
            putOnRecord(
                    options,
                    evaluation.errors().stream()
                            .flatMap(error -> Stream.of(error.keyA(), error.keyB()))
                            .toList(),
                    err);
            write(
                    measure.errors().get(),
                    writer -> EvaluationTables.errors(
                            writer,
                            evaluation.errors(),
                            loaded.engine().linkBits(),
                            options.language(),
                            options.withValues()));
        }
        progress.end();
        out.println("model " + loaded.engine().model().name() + " "
                + loaded.engine().model().version() + ", "
                + loaded.people().assertions().size() + " assertions of stewards");
        EvaluationReport.of(evaluation).forEach(out::println);
        ClusterScore own = evaluation.curve().own().resolvable();
        return reaches(own.precision(), measure.minPrecision())
                        && reaches(own.recall(), measure.minRecall())
                        && reaches(own.f1(), measure.minF1())
                ? HOLDS
                : DOES_NOT_HOLD;
    }

    /** Before a file tells what these records hold. */
    private static void putOnRecord(EvaluateOptions options, List<String> keys, PrintStream err)
            throws BadInputException {
        if (options.withValues()) {
            try (HubSession hub = HubSession.open(options.common())) {
                hub.putOnRecord(AuditKind.EXPORT, "evaluate --with-values tells of", Map.of(), keys, err);
            }
        }
    }

    private static boolean reaches(double figure, Optional<Double> least) {
        return least.isEmpty() || figure >= least.get();
    }

    private static int draw(EvaluateOptions options, EvaluateOptions.Draw draw, PrintStream out, PrintStream err)
            throws BadInputException, IOException {
        ShownProgress progress = new ShownProgress(err);
        Loaded loaded = Loaded.of(options, progress, err);
        Evaluator.Run run = new Evaluator(loaded.engine(), progress)
                .run(loaded.people().records(), loaded.people().assertions());
        List<ClericalSample.Drawn> drawn =
                ClericalSample.draw(loaded.engine(), run.outcome(), draw.size(), draw.seed());
        putOnRecord(
                options,
                drawn.stream()
                        .flatMap(pair -> Stream.of(pair.keyA(), pair.keyB()))
                        .toList(),
                err);
        write(draw.out(), writer -> EvaluationTables.sample(writer, drawn, options.language(), options.withValues()));
        progress.end();
        out.println(drawn.size() + " linked pairs to judge in " + draw.out()
                + ": put same, different or unsure into the column verdict, then evaluate --judged");
        return HOLDS;
    }

    private static int reckon(EvaluateOptions.Reckon reckon, PrintStream out) throws BadInputException, IOException {
        JudgedSample sample = JudgedSample.read(reckon.judged());
        sample.lines().forEach(out::println);
        return reaches(sample.estimate().precision(), reckon.minPrecision()) ? HOLDS : DOES_NOT_HOLD;
    }

    private static void write(Path file, OutputFiles.Content content) throws IOException {
        try (OutputFiles files = new OutputFiles()) {
            files.write(file, content);
            files.commit();
        }
    }
}
