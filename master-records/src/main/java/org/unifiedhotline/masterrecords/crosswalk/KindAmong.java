package org.unifiedhotline.masterrecords.crosswalk;

/** The SQL of why a record belongs to its person, to whoever is told of some systems' records only: as if there were no others. */
final class KindAmong {
    /** Of a row {@code own} of {@code link}, among the records of {@code reader.systems}, an array. */
    static final String SQL = """
            CASE WHEN NOT EXISTS (SELECT FROM link fellow
                                   WHERE fellow.master_id = own.master_id AND fellow.record_id <> own.record_id
                                     AND fellow.source_system = ANY (reader.systems)) THEN 'SINGLE'
                 WHEN own.link_kind = 'ASSERTED' AND NOT EXISTS (
                        SELECT FROM assertion said JOIN link fellow
                               ON fellow.record_id = CASE said.record_a WHEN own.record_id THEN said.record_b
                                                          ELSE said.record_a END
                         WHERE (said.record_a = own.record_id OR said.record_b = own.record_id)
                           AND said.verdict = 'SAME_PERSON' AND said.withdrawn_at IS NULL
                           AND fellow.master_id = own.master_id AND fellow.source_system = ANY (reader.systems)
                           AND NOT EXISTS (SELECT FROM assertion later
                                            WHERE later.record_a = said.record_a AND later.record_b = said.record_b
                                              AND later.withdrawn_at IS NULL AND later.assertion_id > said.assertion_id))
                 THEN 'AUTOMATIC'
                 ELSE own.link_kind END
            """;

    /** The systems of the reader, as a parameter. */
    static final String READER = "(SELECT ?::text[] AS systems) AS reader";

    private KindAmong() {}
}
