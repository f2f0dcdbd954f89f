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
        List<Path> tables) {
    static final String USAGE = """
            Usage: java -jar app.jar link --model MODEL.yaml [--id COLUMN] [--one-to-one] [--model-out TRAINED.yaml]
                       --out clusters.csv [--pairs pairs.csv] [--truth truth.csv] [--seed NUMBER] A.csv [B.csv]
            With one file finds duplicates in it, with two links the first to the second.
              --model      the columns and their kinds, or a trained model (see config/matching/README.md)
              --id         the column that names a record; the first if not given
              --one-to-one each record has at most one partner in the other file
              --model-out  where to write the trained model
              --out        file,record_id,cluster_id
              --pairs      file_a,id_a,file_b,id_b,match_weight,match_probability
              --truth      file,record_id,person_id: prints precision, recall, F1 and B-cubed
              --seed       of the training; 1 if not given
            Exit code 0: done; 2: bad input, nothing written.""";

    private static final Set<String> VALUED =
            Set.of("--model", "--id", "--model-out", "--out", "--pairs", "--truth", "--seed");

    static LinkOptions parse(List<String> arguments) throws BadInputException {
        Map<String, String> values = new HashMap<>();
        List<Path> tables = new ArrayList<>();
        boolean oneToOne = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (argument.equals("--one-to-one")) {
                oneToOne = true;
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
        return checked(values, oneToOne, tables);
    }

    private static LinkOptions checked(Map<String, String> values, boolean oneToOne, List<Path> tables)
            throws BadInputException {
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
        return new LinkOptions(
                Path.of(model),
                Optional.ofNullable(values.get("--id")),
                oneToOne,
                path(values, "--model-out"),
                Path.of(out),
                path(values, "--pairs"),
                path(values, "--truth"),
                seed(values.getOrDefault("--seed", "1")),
                tables);
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
