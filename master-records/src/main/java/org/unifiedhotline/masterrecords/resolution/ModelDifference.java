package org.unifiedhotline.masterrecords.resolution;

import java.util.List;

/**
 * What would become of who is who if another model came into force: counts of everybody, and examples drawn by chance from
 * those who would change.
 *
 * @param version the model that would come into force
 * @param against the model in force
 * @param records how many records of people there are
 * @param peopleNow how many people they make now
 * @param peopleThen how many they would make
 * @param pairsLinked pairs of records that are two people now and would be one
 * @param pairsParted pairs that are one person now and would be two
 * @param peopleLinked people then who would be made of several now
 * @param peopleParted people now who would become several
 * @param questionsNow open questions to stewards
 * @param questionsThen pairs of records that would be asked about
 * @param linked examples of those who would link
 * @param parted examples of those who would part
 */
public record ModelDifference(
        String version,
        String against,
        long records,
        long peopleNow,
        long peopleThen,
        long pairsLinked,
        long pairsParted,
        long peopleLinked,
        long peopleParted,
        long questionsNow,
        long questionsThen,
        List<Example> linked,
        List<Example> parted) {
    public ModelDifference {
        linked = List.copyOf(linked);
        parted = List.copyOf(parted);
    }

    /**
     * One person or two: the pair of records that tells most, and what each model makes of it.
     *
     * @param recordA a source record's key, {@code source/table/id}
     * @param recordB another
     * @param records how many records it is about
     */
    public record Example(String recordA, String recordB, int records, Weight now, Weight then) {}

    /**
     * What a model makes of a pair.
     *
     * @param bits log2 of the odds that the two are one person
     * @param forbidden why they can never be one, or empty
     */
    public record Weight(double bits, String forbidden, List<Part> parts) {
        public Weight {
            parts = List.copyOf(parts);
        }
    }

    /** An addend of a weight: names and levels of the model, no value of a record. */
    public record Part(String name, String level, double bits) {}
}
