package org.unifiedhotline.searchindex.queries;

/**
 * Where matched values stand: with each nested source record, or those of all records of a person together. Both are filled from the
 * same values; what asks for one value only is met by the person where it is met by one of the records, at a fraction of the
 * cost. Only for readers who may know all of it.
 */
enum Level {
    RECORD("records.matched.", "records.relatives.words"),
    PERSON("any.", "any.relativeWords");

    private final String path;
    private final String relativeWords;

    Level(String path, String relativeWords) {
        this.path = path;
        this.relativeWords = relativeWords;
    }

    /** The full name of a matched value. */
    String matched(String name) {
        return path + name;
    }

    /** The full name of the words of names of those who are named beside. */
    String relativeWords() {
        return relativeWords;
    }
}
