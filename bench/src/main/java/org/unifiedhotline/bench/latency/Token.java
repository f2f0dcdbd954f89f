package org.unifiedhotline.bench.latency;

/**
 * What makes one change visible in the index.
 *
 * @param field where the index holds it
 * @param value found nowhere else
 * @param appears whether the change makes it appear (insert, update) or vanish (delete)
 * @param change which table and what was done, for the report by kind
 */
record Token(Field field, String value, boolean appears, String change) {

    /** Where the index holds a token. */
    enum Field {
        /** Telephones stand there backwards. */
        TELEPHONE("records.matched.telephoneEnds"),
        CASE_NUMBER("records.caseNumbers");

        private final String path;

        Field(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        /** How the index writes a value. */
        String indexed(String value) {
            return switch (this) {
                case TELEPHONE -> new StringBuilder(value).reverse().toString();
                case CASE_NUMBER -> value;
            };
        }
    }
}
