package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of one master record, as it stands in the index and as hits are read from it.
 *
 * @param changedAt in milliseconds since 1970
 * @param nameKey sort key of the name that survivorship chose; null when no member gives one
 * @param bornFrom the first possible year of birth of any source record: the index is kept in its order, so that who is asked for
 *     with a year stands together; null where none gives a year
 * @param beside keys of the records of others whom its cases name and whose names stand here: who becomes hidden is not told
 *     by this document from then on; empty when read with a hit
 * @param reach see {@link Reach}; empty when read with a hit
 * @param all see {@link AllValues}; null when read with a hit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonDocument(
        String masterId,
        long version,
        long changedAt,
        @Nullable String nameKey,
        @Nullable Integer bornFrom,
        ShownPerson shown,
        List<String> beside,
        List<String> reach,
        @Nullable AllValues all,
        List<SourceRecordDocument> records) {
    public PersonDocument {
        beside = Absent.asEmpty(beside);
        reach = Absent.asEmpty(reach);
        records = List.copyOf(records);
    }

    /**
     * The name that survivorship chose.
     *
     * @param name null when no member gives one
     * @param nameFrom keys of the source records that hold it: it is shown to readers who may know one of them
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ShownPerson(@Nullable String name, List<String> nameFrom) {
        public ShownPerson {
            nameFrom = Absent.asEmpty(nameFrom);
        }
    }
}
