package org.unifiedhotline.app.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.matching.explanation.Language;

/** What was asked for on the command line. */
record EvaluateOptions(CommandOptions common, Task task, Optional<Path> model, boolean withValues, Language language) {
    static final String USAGE = """
            Usage: java -jar app.jar evaluate [--demo=DIR] --truth truth.csv [--persons persons.csv] [--errors errors.csv]
                       [--min-precision P] [--min-recall R] [--min-f1 F]
                   java -jar app.jar evaluate [--demo=DIR] --sample NUMBER --out sample.csv [--seed NUMBER]
                   java -jar app.jar evaluate --judged sample.csv [--min-precision P]
            How good the hub's clusters are. Reads the hub with the service's settings and writes nothing into it.
              --demo          the DEMO_DIR of a running demo
              --truth         source,table,local_id,person_id[,resolvable][,household]: prints the curve of precision and recall
                              by link threshold, the figures at the model's own, by kind of pair, by shared evidence, within
                              households, over rows that are not resolvable, and what blocking loses
              --persons       person_id,household; persons.csv beside the truth if there is one
              --errors        where to write every pair that came out wrong, with the step that lost it and why
              --sample        draws this many linked pairs by weight band, for people to judge
              --out           where to write them; put same, different or unsure into the column verdict
              --judged        that file again: prints the precision of all links with its interval
              --seed          of the sample; 1 if not given
              --model         another trained model than the service's
              --with-values   errors and samples tell what the records hold (personal data!); else ids and words only
              --language      of explanations: en (if not given) or vi
              --min-…         exit code 1 if the figure at the model's own threshold, over resolvable rows, is less
            Settings of the service (--spring.…, --unified-hotline.…) may follow. Exit code 0: done, and holds; 1: does not hold;
            2: could not run, nothing written.""";

    private static final Set<String> VALUED = Set.of(
            "--truth",
            "--persons",
            "--errors",
            "--min-precision",
            "--min-recall",
            "--min-f1",
            "--sample",
            "--out",
            "--seed",
            "--judged",
            "--model",
            "--language");

    /** What the command is to do. */
    sealed interface Task {}

    /** Measure against a truth. */
    record Measure(
            Path truth,
            Optional<Path> persons,
            Optional<Path> errors,
            Optional<Double> minPrecision,
            Optional<Double> minRecall,
            Optional<Double> minF1)
            implements Task {}

    /** Draw pairs for people to judge. */
    record Draw(int size, Path out, long seed) implements Task {}

    /** Reckon from judged pairs. */
    record Reckon(Path judged, Optional<Double> minPrecision) implements Task {}

    static EvaluateOptions parse(List<String> arguments) throws BadInputException {
        CommandOptions options = CommandOptions.parse(arguments, VALUED, Set.of("--with-values"));
        if (!options.words().isEmpty()) {
            throw new BadInputException(
                    "expected options only, got " + options.words().getFirst());
        }
        return new EvaluateOptions(
                options, task(options), options.path("--model"), options.has("--with-values"), options.language());
    }

    private static Task task(CommandOptions options) throws BadInputException {
        long tasks = Set.of("--truth", "--sample", "--judged").stream()
                .filter(name -> options.value(name).isPresent())
                .count();
        if (tasks != 1) {
            throw new BadInputException("expected one of --truth, --sample and --judged");
        }
        Optional<Path> truth = options.path("--truth");
        if (truth.isPresent()) {
            return new Measure(
                    truth.get(),
                    options.path("--persons"),
                    options.path("--errors"),
                    options.share("--min-precision"),
                    options.share("--min-recall"),
                    options.share("--min-f1"));
        }
        Optional<Path> judged = options.path("--judged");
        if (judged.isPresent()) {
            return new Reckon(judged.get(), options.share("--min-precision"));
        }
        Path out = options.path("--out").orElseThrow(() -> new BadInputException("--sample needs --out"));
        return new Draw(
                Math.toIntExact(Math.min(options.number("--sample", 1, 1), Integer.MAX_VALUE)),
                out,
                options.number("--seed", Long.MIN_VALUE, 1));
    }

    /** Complains of places where nothing can be written, before any work is done. */
    void checkFiles() throws BadInputException {
        for (String option : List.of("--errors", "--out")) {
            Optional<Path> file = common.path(option);
            if (file.isPresent()) {
                OutputFiles.check(option, file.get());
            }
        }
    }
}
