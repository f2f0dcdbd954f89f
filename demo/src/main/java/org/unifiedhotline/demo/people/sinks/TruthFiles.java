package org.unifiedhotline.demo.people.sinks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.households.Role;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.TruthRow;

/** Writes {@code truth.csv} and {@code persons.csv}. No value of theirs holds a comma or a quotation mark. */
public final class TruthFiles implements Sink {

    private final BufferedWriter truth;
    private final BufferedWriter persons;

    /** Begins both files in a folder that exists, over what stood there. */
    public TruthFiles(Path folder) throws IOException {
        this.truth = Files.newBufferedWriter(folder.resolve("truth.csv"));
        this.persons = Files.newBufferedWriter(folder.resolve("persons.csv"));
        truth.write("source,table,local_id,person_id,resolvable\n");
        persons.write("person_id,household,name,birth,phone\n");
    }

    @Override
    public void write(Batch batch) throws IOException {
        for (TruthRow row : batch.truth()) {
            truth.write(row.table().source().label() + "," + row.table().tableName() + "," + row.localId() + ","
                    + row.personId() + "," + (row.resolvable() ? "1" : "0") + "\n");
        }
        for (Person person : batch.people()) {
            persons.write(person.id() + "," + person.household() + ","
                    + person.name().full() + "," + person.birth() + "," + telephone(person) + "\n");
        }
    }

    /** The number that reaches the person today; nothing for children, who may only share their mother's. */
    private static String telephone(Person person) {
        boolean none = person.telephone() == null || person.role() == Role.CHILD;
        return none || person.telephone() == null
                ? ""
                : person.telephone().second().today();
    }

    @Override
    public void close() throws IOException {
        try (truth;
                persons) {
            truth.flush();
            persons.flush();
        }
    }
}
