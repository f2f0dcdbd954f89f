package org.unifiedhotline.bench.scale;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a table of people in households, one row in five a duplicate of another, and the truth; and the model that names no
 * more than the columns and their kinds.
 *
 * <p>{@code GenerateTable ROWS SEED FOLDER} makes {@code people.csv}, {@code truth.csv} and {@code people.yaml} there. Rows
 * are mixed over a window, so memory does not grow with the table.
 */
public final class GenerateTable {
    private static final int WINDOW = 20_000;
    private static final int DUPLICATES_PERCENT = 25;
    private static final String MODEL = """
            name: people
            attributes:
              - {name: given_name, kind: given-name}
              - {name: family_name, kind: family-name}
              - {name: birth_date, kind: date}
              - {name: sex, kind: code}
              - {name: telephone, kind: telephone}
              - {name: street, kind: text}
              - {name: city, kind: text}
              - {name: postcode, kind: code}
            """;

    private record Line(long person, PersonRow row) {}

    private final SplittableRandom random;
    private final List<Line> window = new ArrayList<>(WINDOW);
    private final BufferedWriter people;
    private final BufferedWriter truth;
    private final long rows;
    private long made;
    private long written;

    private GenerateTable(long rows, long seed, BufferedWriter people, BufferedWriter truth) {
        this.rows = rows;
        this.random = new SplittableRandom(seed);
        this.people = people;
        this.truth = truth;
    }

    public static void main(String[] arguments) throws IOException {
        write(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]));
    }

    /** Writes the three files. */
    static void write(long rows, long seed, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("people.yaml"), MODEL);
        try (BufferedWriter people = Files.newBufferedWriter(folder.resolve("people.csv"));
                BufferedWriter truth = Files.newBufferedWriter(folder.resolve("truth.csv"))) {
            people.append(PersonRow.HEADER).append('\n');
            truth.append("file,record_id,person_id\n");
            new GenerateTable(rows, seed, people, truth).run();
        }
    }

    private void run() throws IOException {
        Household household = new Household(random.split());
        List<PersonRow> neighbours = household.next(random);
        long person = 0;
        while (made < rows) {
            List<PersonRow> members = household.next(random);
            for (PersonRow member : members) {
                person++;
                add(person, member);
                // A quarter as many further rows as people: one row in five is a duplicate.
                while (random.nextInt(100 + DUPLICATES_PERCENT) < DUPLICATES_PERCENT) {
                    add(person, Clerk.again(member, neighbours.getFirst(), random));
                }
            }
            neighbours = members;
        }
        while (!window.isEmpty()) {
            emit();
        }
    }

    private void add(long person, PersonRow row) throws IOException {
        if (made < rows) {
            made++;
            window.add(new Line(person, row));
            if (window.size() == WINDOW) {
                emit();
            }
        }
    }

    private void emit() throws IOException {
        int at = random.nextInt(window.size());
        Line line = window.get(at);
        Line last = window.removeLast();
        if (at < window.size()) {
            window.set(at, last);
        }
        String id = "r" + HexFormat.of().toHexDigits((int) (++written * 0x9E3779B1L));
        people.append(line.row().csv(id)).append('\n');
        truth.append("people.csv,")
                .append(id)
                .append(',')
                .append(String.valueOf(line.person()))
                .append('\n');
    }
}
