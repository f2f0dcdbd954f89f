package org.unifiedhotline.app.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.InputFiles;
import org.unifiedhotline.app.command.OutputFiles;
import org.unifiedhotline.matching.explanation.Language;

/** What was asked for on the command line. */
record LinkOptions(
        Path model,
        Optional<String> idColumn,
        boolean oneToOne,
        Optional<Path> modelOut,
        Path out,
        Optional<Path> pairs,
        Optional<Path> truth,
        long seed,
        List<Path> tables,
        Questions questions) {
    /**
     * What else is to be told.
     *
     * @param curve whether to measure at every threshold, with a truth
     * @param errors where to list every pair that came out wrong, with a truth
     * @param sample where to write linked pairs for people to judge
     * @param explain the names of two records, or of none
     * @param withValues whether explanations tell what the records hold
     */
    record Questions(
            boolean curve,
            Optional<Path> errors,
            Optional<Path> sample,
            List<String> explain,
            Language language,
            boolean withValues) {}

    static final String USAGE = """
            Usage: java -jar app.jar link --model MODEL.yaml [--id COLUMN] [--one-to-one] [--model-out TRAINED.yaml]
                       --out clusters.csv [--pairs pairs.csv] [--truth truth.csv [--curve] [--errors errors.csv]]
                       [--explain ID ID] [--sample sample.csv] [--with-values] [--language en|vi] [--seed NUMBER]
                       A.csv [B.csv]
            With one file finds duplicates in it, with two links the first to the second.
              --model      the columns and their kinds, or a trained model (see config/matching/README.md)
              --id         the column that names a record; the first if not given
              --one-to-one each record has at most one partner in the other file
              --model-out  where to write the trained model
              --out        file,record_id,cluster_id
              --pairs      file_a,id_a,file_b,id_b,match_weight,match_probability
              --truth      file,record_id,person_id: prints precision, recall, F1 and B-cubed
              --curve      with --truth: precision and recall by threshold, intervals, what blocking, scoring and clustering lose
              --errors     with --truth: every pair that came out wrong, with its explanation
              --explain    why two records (ID, or FILE/ID) are one person or two: parts that sum to the weight
              --sample     200 linked pairs for people to judge; evaluate --judged reckons the precision from it
              --with-values  explanations tell what the records hold
              --language   of explanations: en (if not given) or vi
              --seed       of the training and the sample; 1 if not given
            Exit code 0: done; 2: bad input, nothing written.""";

    private static final Set<String> VALUED = Set.of(
            "--model",
            "--id",
            "--model-out",
            "--out",
            "--pairs",
            "--truth",
            "--seed",
            "--errors",
            "--sample",
            "--language");

    private static final Set<String> PLAIN = Set.of("--one-to-one", "--curve", "--with-values");

    static LinkOptions parse(List<String> arguments) throws BadInputException {
        Map<String, String> values = new HashMap<>();
        List<Path> tables = new ArrayList<>();
        Set<String> flags = new HashSet<>();
        List<String> explain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (PLAIN.contains(argument)) {
                flags.add(argument);
            } else if (argument.equals("--explain")) {
                if (i + 2 >= arguments.size()) {
                    throw new BadInputException("--explain needs the names of two records");
                }
                explain.addAll(List.of(arguments.get(++i), arguments.get(++i)));
            } else if (VALUED.contains(name)) {
                if (equals < 0 && i + 1 == arguments.size()) {
                    throw new BadInputException(name + " needs a value");
                }
                values.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
            } else if (argument.startsWith("--")) {
                throw new BadInputException("there is no option " + argument);
            } else {
                tables.add(Path.of(argument));
            }
        }
        return checked(values, flags, tables, explain);
    }

    private static LinkOptions checked(
            Map<String, String> values, Set<String> flags, List<Path> tables, List<String> explain)
            throws BadInputException {
        boolean oneToOne = flags.contains("--one-to-one");
        String model = values.get("--model");
        String out = values.get("--out");
        if (model == null || out == null) {
            throw new BadInputException(model == null ? "--model is missing" : "--out is missing");
        }
        if (tables.isEmpty() || tables.size() > 2) {
            throw new BadInputException("expected one or two tables, got " + tables.size());
        }
        if (tables.size() == 2
                && tables.get(0).getFileName().equals(tables.get(1).getFileName())) {
            throw new BadInputException("the two tables need different file names, for these name their records");
        }
        if (oneToOne && tables.size() == 1) {
            throw new BadInputException("--one-to-one needs two tables");
        }
        Questions questions = new Questions(
                flags.contains("--curve"),
                path(values, "--errors"),
                path(values, "--sample"),
                explain,
                language(values.getOrDefault("--language", "en")),
                flags.contains("--with-values"));
        if (!values.containsKey("--truth")
                && (questions.curve() || questions.errors().isPresent())) {
            throw new BadInputException("--curve and --errors need --truth");
        }
        if (explain.size() > 2) {
            throw new BadInputException("--explain: expected two records, got " + explain.size());
        }
        return new LinkOptions(
                Path.of(model),
                Optional.ofNullable(values.get("--id")),
                oneToOne,
                path(values, "--model-out"),
                Path.of(out),
                path(values, "--pairs"),
                path(values, "--truth"),
                seed(values.getOrDefault("--seed", "1")),
                tables,
                questions);
    }

    private static Language language(String word) throws BadInputException {
        return switch (word) {
            case "en" -> Language.ENGLISH;
            case "vi" -> Language.VIETNAMESE;
            default -> throw new BadInputException("--language: expected en or vi");
        };
    }

    /**
     * Complains of files that are not there and of places where nothing can be written, before any work is done; no file may be
     * written twice or over one that is read. A trained model may take the place of the model it was learned from.
     */
    void checkFiles() throws BadInputException {
        Set<Path> taken = new HashSet<>();
        InputFiles.check(model);
        for (Path table : tables) {
            InputFiles.check(table);
            taken.add(table.toAbsolutePath().normalize());
        }
        if (truth.isPresent()) {
            InputFiles.check(truth.get());
            taken.add(truth.get().toAbsolutePath().normalize());
        }
        Map<String, Path> outputs = new LinkedHashMap<>();
        outputs.put("--out", out);
        pairs.ifPresent(file -> outputs.put("--pairs", file));
        modelOut.ifPresent(file -> outputs.put("--model-out", file));
        questions.errors().ifPresent(file -> outputs.put("--errors", file));
        questions.sample().ifPresent(file -> outputs.put("--sample", file));
        for (Map.Entry<String, Path> output : outputs.entrySet()) {
            OutputFiles.check(output.getKey(), output.getValue());
            if (!taken.add(output.getValue().toAbsolutePath().normalize())) {
                throw new BadInputException(
                        output.getKey() + ": expected a file of its own, " + output.getValue() + " is named already");
            }
        }
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    private static long seed(String text) throws BadInputException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new BadInputException("--seed: expected a whole number, got \"" + text + "\"");
        }
    }
}
