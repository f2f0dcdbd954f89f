package org.unifiedhotline.mappings.reading;

import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.standardization.Flags;

/** Maps the rows of one table: typed columns in, a canonical record with its flags out. */
@FunctionalInterface
public interface TableMapper {

    /**
     * The canonical record of a row.
     *
     * @throws MappingException if a column is missing or holds another type than expected
     */
    CanonicalRecord map(SourceRecordKey key, Columns columns, Flags flags);
}
