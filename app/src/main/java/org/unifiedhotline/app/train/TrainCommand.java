package org.unifiedhotline.app.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.app.hub.ModelFiles;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.models.ModelVersion;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.resolution.ResolutionInput;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelWriter;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.training.ModelReport;
import org.unifiedhotline.matching.training.Trainer;

/** {@code train}: learns a match model from what the hub holds. */
public final class TrainCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar train [--demo=DIR] --out MODEL.yaml [--model MODEL.yaml] [--labels pairs.csv]
                       [--without-decisions] [--seed NUMBER] [--register REASON]
            Learns a match model from the hub's records of people, and reports what it learned: m, u and bits by level, how common
            values are, thresholds. The same records, decisions and seed give the same file, byte for byte. Nothing changes in the
            hub: with --register the model stands there as a candidate, to be compared and activated (/api/v1/models), as one does
            that was trained in the background; or the service is started with unified-hotline.hub.match-model naming the file.
              --demo               the DEMO_DIR of a running demo
              --out                where to write the model
              --model              attributes, blocking and rivals, trained or not; the model in force if not given
              --labels             source_a,table_a,local_id_a,source_b,table_b,local_id_b,verdict: pairs of which people said
                                   same or different (a judged sample of evaluate will do); they refit and calibrate the model
              --without-decisions  leaves out what stewards said in the console, which is learned from as well otherwise
              --seed               1 if not given
              --register           makes the model known to the hub, for this reason
            Settings of the service (--spring.…, --unified-hotline.…) may follow. Exit code 0: done; 2: could not run, nothing
            written.""";

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String summary() {
        return "learns a match model from the hub's records and from what people decided";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException, IOException {
        CommandOptions options = CommandOptions.parse(
                arguments,
                Set.of("--out", "--model", "--labels", "--seed", "--register"),
                Set.of("--without-decisions"));
        if (!options.words().isEmpty()) {
            throw new BadInputException(
                    "expected options only, got " + options.words().getFirst());
        }
        train(options, out, err);
        return HOLDS;
    }

    private static void train(CommandOptions options, PrintStream out, PrintStream err)
            throws BadInputException, IOException {
        ShownProgress progress = new ShownProgress(err);
        Path to = options.path("--out").orElseThrow(() -> new BadInputException("--out is missing"));
        OutputFiles.check("--out", to);
        long seed = options.number("--seed", Long.MIN_VALUE, 1);
        Optional<Path> labels = options.path("--labels");
        List<Assertion> decided = labels.isPresent() ? LabelFile.read(labels.get()) : List.of();
        MatchModel model;
        ResolutionInput people;
        try (HubSession hub = HubSession.open(options)) {
            model = options.path("--model").isPresent()
                    ? ModelFiles.read(options.path("--model").get())
                    : hub.modelInForce();
            boolean registers = options.value("--register").isPresent();
            hub.putOnRecord(
                    registers ? AuditKind.CONFIGURATION : AuditKind.EXPORT,
                    registers ? "train --register" : "train",
                    Map.of(
                            "seed",
                            String.valueOf(seed),
                            "reason",
                            options.value("--register").orElse("")),
                    err);
            progress.at("read", 0, 1);
            people = hub.people();
        }
        List<Assertion> all = new ArrayList<>(known(decided, people, progress));
        if (!options.has("--without-decisions")) {
            all.addAll(people.assertions());
        }
        Trainer.Result learned = new Trainer(model, seed, progress).train(people.records(), all);
        try (OutputFiles files = new OutputFiles()) {
            files.write(to, writer -> writer.append(ModelWriter.write(learned.model())));
            files.commit();
        }
        if (options.value("--register").isPresent()) {
            ModelVersion.Learned from = new ModelVersion.Learned(
                    people.records().size(), all.size(), seed, learned.report().lines());
            register(options, learned.model(), from);
        }
        progress.end();
        learned.report().lines().forEach(out::println);
        ModelReport.of(learned.model()).forEach(out::println);
    }

    private static void register(CommandOptions options, MatchModel model, ModelVersion.Learned from)
            throws BadInputException {
        try (HubSession session = HubSession.open(options)) {
            new Models(session.hub())
                    .register(
                            model,
                            ModelVersion.Origin.OPERATOR,
                            "operator",
                            options.value("--register").orElseThrow(),
                            from,
                            Instant.now());
        } catch (DataAccessException e) {
            throw new BadInputException("--register: the model could not be written into the hub");
        }
    }

    /** Labels outlive records; but if none is known, they are most likely those of another hub. */
    private static List<Assertion> known(List<Assertion> labels, ResolutionInput people, ShownProgress progress)
            throws BadInputException {
        Set<String> keys =
                people.records().stream().map(MatchRecord::key).collect(Collectors.toCollection(HashSet::new));
        List<Assertion> known = labels.stream()
                .filter(label -> keys.contains(label.keyA()) && keys.contains(label.keyB()))
                .toList();
        if (known.isEmpty() && !labels.isEmpty()) {
            throw new BadInputException("--labels: the hub holds no live records of a person that they name, such as "
                    + labels.getFirst().keyA());
        }
        if (known.size() < labels.size()) {
            progress.note((labels.size() - known.size()) + " labels name records that are not there, and are left out");
        }
        return known;
    }
}
