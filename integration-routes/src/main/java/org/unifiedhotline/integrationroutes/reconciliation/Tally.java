package org.unifiedhotline.integrationroutes.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.Figures;

/** What a comparison has come to so far. */
final class Tally {
    private final List<Difference> differences = new ArrayList<>();
    private final Set<SourceRecordKey> deadLetters = new TreeSet<>();
    private final Set<String> notes = new TreeSet<>();
    private long rows;
    private long people;
    private long documents;
    private long onTheirWay;

    void rows(int more) {
        rows += more;
    }

    void people(long number) {
        people = number;
    }

    void documents(long number) {
        documents = number;
    }

    void onTheirWay(int more) {
        onTheirWay += more;
    }

    void found(Difference difference) {
        differences.add(difference);
    }

    void deadLetters(List<SourceRecordKey> keys) {
        deadLetters.addAll(keys);
    }

    /** Something that whoever reads the outcome should know. */
    void note(String words) {
        notes.add(words);
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    List<SourceRecordKey> deadLetters() {
        return List.copyOf(deadLetters);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Figures figures() {
        long mended = differences.stream().filter(Difference::mended).count();
        return new Figures(rows, people, documents, differences.size(), mended, deadLetters.size(), onTheirWay);
    }
}
