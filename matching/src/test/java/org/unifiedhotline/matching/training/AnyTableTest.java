package org.unifiedhotline.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Tables of other countries and other shapes, each learned from alone, with a model of columns and kinds only. The bounds are what
 * anybody would expect of such a table, not what the engine happens to reach. The truth stands in the key: {@code person/copy}.
 */
class AnyTableTest {
    private record Score(int truth, int found, int correct) {
        double precision() {
            return found == 0 ? 1 : correct / (double) found;
        }

        double recall() {
            return truth == 0 ? 1 : correct / (double) truth;
        }
    }

    /** The columns of a person, empty where nothing is known. */
    @FunctionalInterface
    private interface Person extends BiFunction<Random, Integer, List<String>> {}

    private static MatchModel model(String... columns) {
        StringBuilder yaml = new StringBuilder("attributes:\n");
        for (String column : columns) {
            yaml.append("  - {name: %s, kind: %s}%n".formatted((Object[]) column.split(":")));
        }
        return ModelReader.read(yaml.toString());
    }

    /** People of whom a share stands there twice, the second time with a slip in one column. */
    private static List<MatchRecord> table(MatchModel model, int people, double twice, long seed, Person person) {
        Random random = new Random(seed);
        List<MatchRecord> records = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            List<String> row = person.apply(random, number);
            records.add(record(model, number + "/0", row));
            if (random.nextDouble() < twice) {
                List<String> again = new ArrayList<>(row);
                int column = random.nextInt(row.size());
                again.set(column, slip(row.get(column), random));
                records.add(record(model, number + "/1", again));
            }
        }
        return records;
    }

    private static MatchRecord record(MatchModel model, String key, List<String> row) {
        Map<String, List<String>> values = new HashMap<>();
        for (int column = 0; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                values.put(model.attributes().get(column).name(), List.of(row.get(column)));
            }
        }
        return MatchRecord.of(0, key, "record", values);
    }

    private static String slip(String text, Random random) {
        if (text.length() < 3) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private static BulkOutcome link(MatchModel model, List<MatchRecord> records) {
        Trainer.Learned learned = new Trainer(model, 1, Progress.NONE).train(EncodedTable.of(model, records));
        MatchEngine engine = MatchEngine.of(learned.model(), Population.exactly(records.size()));
        return new BulkResolver(engine, Progress.NONE).resolve(learned.candidates(), List.of());
    }

    private static Score score(MatchModel model, List<MatchRecord> records) {
        BulkOutcome outcome = link(model, records);
        Map<Object, Integer> people = new HashMap<>();
        Map<Object, Integer> clusters = new HashMap<>();
        Map<Object, Integer> both = new HashMap<>();
        for (int i = 0; i < outcome.records().size(); i++) {
            String person = outcome.records().get(i).key().split("/")[0];
            people.merge(person, 1, Integer::sum);
            clusters.merge(outcome.clusterOf(i), 1, Integer::sum);
            both.merge(person + " " + outcome.clusterOf(i), 1, Integer::sum);
        }
        return new Score(pairs(people), pairs(clusters), pairs(both));
    }

    private static int pairs(Map<Object, Integer> groups) {
        return groups.values().stream().mapToInt(size -> size * (size - 1) / 2).sum();
    }

    /** A word of a list of which the first are the commonest, as names are. */
    private static String common(Random random, List<String> words) {
        int at = (int) (words.size() * Math.pow(random.nextDouble(), 2));
        return words.get(at);
    }

    private static List<String> words(long seed, int count, int syllables, String consonants) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 0; syllable < syllables; syllable++) {
                word.append(consonants.charAt(random.nextInt(consonants.length())))
                        .append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(word.toString());
        }
        return words;
    }

    private static final List<String> GIVEN = words(1, 150, 3, "bdfghjklmnprstv");
    private static final List<String> FAMILY = words(2, 250, 4, "bcdfghklmnprstw");

    private static String day(Random random) {
        return "%d-%02d-%02d".formatted(1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    @Test
    @DisplayName("England: names, postcode, e-mail")
    void english() {
        MatchModel model = model("first:given-name", "last:family-name", "born:date", "postcode:code", "mail:email");
        Score score = score(model, table(model, 700, 0.4, 3, (random, number) -> {
            String given = common(random, GIVEN);
            String family = common(random, FAMILY);
            return List.of(
                    given,
                    family,
                    day(random),
                    "%s%d %dAB".formatted("LSMB".charAt(random.nextInt(4)), random.nextInt(20), random.nextInt(10)),
                    random.nextInt(3) == 0 ? "" : given + "." + family + number + "@mail.example");
        }));
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("India: whole names with the given name first, written in two ways, and a day of birth with slashes")
    void hindi() {
        MatchModel model = ModelReader.read("""
                attributes:
                  - {name: person, kind: full-name, given-first: true}
                  - {name: dob, kind: date}
                  - {name: mobile, kind: telephone}
                """);
        List<String> given = List.of(
                "Rajesh",
                "Lakshmi",
                "Sunita",
                "Mohammed",
                "Priya",
                "Vijay",
                "Anil",
                "Deepak",
                "Geeta",
                "Suresh",
                "Ramesh",
                "Kavita",
                "Manoj",
                "Sanjay",
                "Pooja",
                "Rekha",
                "Ashok",
                "Arun",
                "Meena",
                "Ravi");
        List<String> family = List.of(
                "Kumar", "Singh", "Sharma", "Devi", "Khan", "Verma", "Gupta", "Yadav", "Patel", "Reddy", "Das", "Nair");
        Map<String, String> spelled = Map.of(
                "Lakshmi",
                "Laxmi",
                "Mohammed",
                "Mohamed",
                "Deepak",
                "Dipak",
                "Geeta",
                "Gita",
                "Pooja",
                "Puja",
                "Meena",
                "Mina");
        Random other = new Random(6);
        List<MatchRecord> records = new ArrayList<>();
        for (MatchRecord record : table(model, 800, 0.4, 5, (random, number) -> {
            String day =
                    "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1940 + random.nextInt(65));
            return List.of(
                    common(random, given) + " " + common(random, family),
                    day,
                    random.nextInt(4) == 0 ? "" : "98%08d".formatted(random.nextInt(100_000_000)));
        })) {
            String name = record.values().getOrDefault("person", List.of("")).getFirst();
            String first = name.split(" ")[0];
            Map<String, List<String>> values = new HashMap<>(record.values());
            values.put(
                    "person",
                    List.of(name.replace(first, other.nextBoolean() ? spelled.getOrDefault(first, first) : first)));
            records.add(MatchRecord.of(0, record.key(), "record", values));
        }
        Score score = score(model, records);
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.97);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.9);
    }

    @Test
    @DisplayName("America: days written month first, columns in no usual order")
    void american() {
        MatchModel model = model("ssn:identifier", "state:code", "dob:date", "lname:family-name", "fname:given-name");
        Score score = score(
                model,
                table(
                        model,
                        700,
                        0.4,
                        7,
                        (random, number) -> List.of(
                                random.nextInt(3) == 0 ? "" : "%09d".formatted(random.nextInt(1_000_000_000)),
                                List.of("CA", "TX", "NY", "FL", "WA").get(random.nextInt(5)),
                                "%02d/%02d/%d"
                                        .formatted(
                                                1 + random.nextInt(12),
                                                1 + random.nextInt(28),
                                                1930 + random.nextInt(80)),
                                common(random, FAMILY),
                                common(random, GIVEN))));
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("Two columns only: a name and a day of birth")
    void twoColumns() {
        MatchModel model = model("name:full-name", "born:date");
        Score score = score(
                model,
                table(
                        model,
                        600,
                        0.4,
                        9,
                        (random, number) ->
                                List.of(common(random, FAMILY) + " " + common(random, GIVEN), day(random))));
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.97);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.9);
    }

    @Test
    @DisplayName("No name at all: a telephone, a birth, a place")
    void noName() {
        MatchModel model = model("phone:telephone", "born:date", "place:place");
        Score score = score(
                model,
                table(
                        model,
                        600,
                        0.4,
                        11,
                        (random, number) -> List.of(
                                "07%08d".formatted(random.nextInt(100_000_000)),
                                day(random),
                                "%02d/%02d".formatted(random.nextInt(8), random.nextInt(6)))));
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("Free columns of numbers and text, not of people at all")
    void freeColumns() {
        MatchModel model = model("weight:number", "height:number", "price:number", "label:text");
        Score score = score(
                model,
                table(
                        model,
                        600,
                        0.4,
                        13,
                        (random, number) -> List.of(
                                String.valueOf(1000 + random.nextInt(90_000)),
                                String.valueOf(1000 + random.nextInt(90_000)),
                                String.valueOf(100 + random.nextInt(9_000)),
                                common(random, GIVEN) + " " + common(random, FAMILY))));
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.97);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.9);
    }

    @Test
    @DisplayName(
            "Names, births and addresses in columns of plain text: no class of relatives or namesakes takes what is one person's")
    void textOnly() {
        MatchModel model = model("a:text", "b:text", "c:text", "d:text", "e:number");
        Score score = score(
                model,
                table(
                        model,
                        700,
                        0.5,
                        23,
                        (random, number) -> List.of(
                                common(random, GIVEN),
                                common(random, FAMILY),
                                day(random),
                                random.nextInt(200) + " " + common(random, FAMILY) + " street",
                                String.valueOf(1_000_000 + random.nextInt(9_000_000)))));
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.95);
    }

    @ParameterizedTest(name = "{0} people")
    @ValueSource(ints = {1, 2, 3, 40, 500})
    @DisplayName("Where everybody is somebody else, nobody is linked")
    void allDifferent(int people) {
        MatchModel model = model("first:given-name", "last:family-name", "born:date", "phone:telephone");
        Score score = score(
                model,
                table(
                        model,
                        people,
                        0,
                        15,
                        (random, number) -> List.of(
                                common(random, GIVEN),
                                common(random, FAMILY),
                                day(random),
                                "07%08d".formatted(random.nextInt(100_000_000)))));
        assertThat(score.found()).isZero();
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {2, 3, 30})
    @DisplayName("A table of one person's rows, the same to a letter, is one person")
    void allEqual(int rows) {
        MatchModel model = model("first:given-name", "last:family-name", "born:date", "phone:telephone");
        List<MatchRecord> records = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            records.add(record(model, "0/" + row, List.of("Anna", "Smith", "1980-05-06", "0712345678")));
        }
        assertThat(score(model, records).recall()).isEqualTo(1);
    }

    @Test
    @DisplayName("A table without a row learns nothing and links nothing")
    void noRow() {
        MatchModel model = model("first:given-name", "born:date");
        assertThat(link(model, List.of()).records()).isEmpty();
    }

    @Test
    @DisplayName("Rows with hardly more than a common name are not said to be one person more often than they are")
    void thinRows() {
        MatchModel model = model("first:given-name", "last:family-name", "born:date", "phone:telephone");
        List<MatchRecord> records = new ArrayList<>();
        Random random = new Random(17);
        for (MatchRecord record : table(
                model,
                4000,
                0.3,
                19,
                (chance, number) -> List.of(
                        common(chance, GIVEN),
                        common(chance, FAMILY),
                        day(chance),
                        "07%08d".formatted(chance.nextInt(100_000_000))))) {
            Map<String, List<String>> values = new HashMap<>(record.values());
            if (random.nextDouble() < 0.4) {
                values.remove("born");
                values.remove("phone");
            }
            records.add(MatchRecord.of(0, record.key(), "record", values));
        }
        BulkOutcome outcome = link(model, records);
        double said = 0;
        int same = 0;
        int pairs = 0;
        for (int i = 0; i < outcome.edges().size(); i++) {
            double probability = 1 / (1 + Math.pow(2, -outcome.edges().bits(i)));
            if (probability >= 0.8 && probability < 0.995) {
                said += probability;
                pairs++;
                same += person(outcome, outcome.edges().a(i))
                                .equals(person(outcome, outcome.edges().b(i)))
                        ? 1
                        : 0;
            }
        }
        assertThat(pairs).isGreaterThan(50);
        assertThat(same / (double) pairs).as("of %d pairs", pairs).isGreaterThan(said / pairs - 0.06);
    }

    private static String person(BulkOutcome outcome, int record) {
        return outcome.records().get(record).key().split("/")[0];
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {60, 300, 1500})
    @DisplayName("Rows that say nothing but \"Unknown\" and a telephone of zeros spoil nothing")
    void placeholders(int empty) {
        MatchModel model = model("first:given-name", "last:family-name", "born:date", "phone:telephone");
        List<MatchRecord> records = new ArrayList<>(table(
                model,
                1500,
                0.3,
                21,
                (random, number) -> List.of(
                        common(random, GIVEN),
                        common(random, FAMILY),
                        day(random),
                        "07%08d".formatted(random.nextInt(100_000_000)))));
        for (int row = 0; row < empty; row++) {
            records.add(record(model, "u" + row + "/0", List.of("Unknown", "Unknown", "1900-01-01", "0000000000")));
        }
        Score score = score(model, records);
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.97);
    }
}
