package org.unifiedhotline.bench.scale;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.InMemoryBlockingDatabase;
import no.priv.garshol.duke.databases.KeyFunction;
import no.priv.garshol.duke.datasources.CSVDataSource;
import no.priv.garshol.duke.datasources.Column;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/**
 * Duke on the same table, with its fastest database (blocking in memory), both cores, and probabilities set by hand by
 * someone who knows how the table was made; groups are the connected components of its matches.
 *
 * <p>{@code DukeLinks people.csv clusters.csv}
 */
public final class DukeLinks {
    private static final int BATCH = 40_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int[] parents = new int[1024];

    private DukeLinks() {}

    public static void main(String[] arguments) throws IOException {
        DukeLinks links = new DukeLinks();
        links.run(arguments[0]);
        links.write(Path.of(arguments[1]));
    }

    private void run(String file) {
        CSVDataSource table = new CSVDataSource();
        table.setInputFile(file);
        for (String column : PersonRow.HEADER.split(",")) {
            table.addColumn(new Column(column, null, null, null));
        }
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.addDataSource(0, table);
        configuration.setProperties(properties());
        configuration.setThreshold(0.97);
        InMemoryBlockingDatabase database = new InMemoryBlockingDatabase();
        database.setConfiguration(configuration);
        database.setKeyFunctions(keys());
        configuration.setDatabase(database);
        Processor processor = new Processor(configuration, database);
        processor.setThreads(Runtime.getRuntime().availableProcessors());
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record a, Record b, double confidence) {
                join(a.getValue("id"), b.getValue("id"));
            }
        });
        processor.deduplicate(BATCH);
        System.out.println(processor.getComparisonCount() + " comparisons");
        processor.close();
    }

    private static List<Property> properties() {
        return List.of(
                new PropertyImpl("id"),
                property("given_name", new Levenshtein(), 0.08, 0.8),
                property("family_name", new Levenshtein(), 0.25, 0.85),
                property("birth_date", new ExactComparator(), 0.12, 0.97),
                property("sex", new ExactComparator(), 0.15, 0.52),
                property("telephone", new ExactComparator(), 0.4, 0.85),
                property("street", new Levenshtein(), 0.4, 0.75),
                property("city", new ExactComparator(), 0.45, 0.55),
                property("postcode", new ExactComparator(), 0.45, 0.55));
    }

    private static Property property(String name, Comparator comparator, double low, double high) {
        return new PropertyImpl(name, comparator, low, high);
    }

    private static List<KeyFunction> keys() {
        return List.of(
                key(record -> both(record, "telephone", "given_name", 2)),
                key(record -> both(record, "birth_date", "given_name", 1)),
                key(record -> both(record, "family_name", "given_name", 20)),
                key(record -> both(record, "birth_date", "family_name", 3)),
                key(record -> both(record, "street", "given_name", 2)));
    }

    private static KeyFunction key(Function<Record, String> key) {
        return key::apply;
    }

    /** A key of two values, the second cut; where either is missing one that no other record has. */
    private static String both(Record record, String first, String second, int length) {
        String a = record.getValue(first);
        String b = record.getValue(second);
        return a == null || b == null || a.isEmpty() || b.isEmpty()
                ? "missing " + record.getValue("id")
                : first + second + a + "|" + b.substring(0, Math.min(length, b.length()));
    }

    private synchronized void join(String a, String b) {
        int left = find(number(a));
        int right = find(number(b));
        parents[Math.max(left, right)] = Math.min(left, right);
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, _ -> {
            if (ids.size() == parents.length) {
                parents = Arrays.copyOf(parents, ids.size() * 2);
            }
            parents[ids.size()] = ids.size();
            ids.add(id);
            return ids.size() - 1;
        });
    }

    private int find(int of) {
        int at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.append("file,record_id,cluster_id\n");
            for (int i = 0; i < ids.size(); i++) {
                writer.append("people.csv,")
                        .append(ids.get(i))
                        .append(',')
                        .append(String.valueOf(find(i)))
                        .append('\n');
            }
        }
    }
}
