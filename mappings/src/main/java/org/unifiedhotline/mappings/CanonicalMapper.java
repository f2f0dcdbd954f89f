package org.unifiedhotline.mappings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.hotline.HotlineMappers;
import org.unifiedhotline.mappings.reading.Columns;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.reading.TableMapper;
import org.unifiedhotline.mappings.reading.TableNeeds;
import org.unifiedhotline.mappings.reading.UnknownCodes;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.mappings.standardization.Flags;
import org.unifiedhotline.mappings.switchboard.SwitchboardMappers;

/**
 * Maps a row of any table of either legacy system to its canonical record: the way into this room.
 *
 * <p>A function of key and row alone: the same row gives an equal record at any time, anywhere. Holds no state; safe
 * for use by many threads.
 */
public final class CanonicalMapper {
    private static final Set<String> PERSON_TABLES = Set.of("nguoi_goi", "tre_em", "caller", "victim");

    private final Map<SourceTable, TableMapper> mappers = new LinkedHashMap<>();
    private final UnknownCodes unknownCodes;

    /** Codes that no list knows mean "unknown". */
    public CanonicalMapper() {
        this(UnknownCodes.UNKNOWN);
    }

    /** @param unknownCodes what is done about a code that no list knows */
    public CanonicalMapper(UnknownCodes unknownCodes) {
        this.unknownCodes = unknownCodes;
        add(SourceSystem.SWITCHBOARD, SwitchboardMappers.byTable());
        add(SourceSystem.HOTLINE, HotlineMappers.byTable());
    }

    private void add(SourceSystem system, Map<String, TableMapper> byTable) {
        byTable.keySet().stream().sorted().forEach(name -> {
            TableMapper mapper = byTable.get(name);
            if (mapper != null) {
                mappers.put(SourceTable.of(system, name), mapper);
            }
        });
    }

    /**
     * What a row says in canonical words.
     *
     * @param row complete: with the values that the log did not repeat (see {@link SourceRow#completedFrom})
     * @throws MappingException if the table is not known, or a column that its mapping needs is missing or holds
     *     another type than expected, or a code that no list knows where that is refused; the message holds no value of the row
     */
    public CanonicalRecord map(SourceRecordKey key, SourceRow row) {
        TableMapper mapper = mappers.get(key.table());
        if (mapper == null) {
            throw new MappingException(key.table(), null, "no mapping knows this table");
        }
        Flags flags = new Flags();
        CanonicalRecord record = mapper.map(key, new Columns(key.table(), row, flags), flags);
        unknownCodes.heed(key.table(), flags);
        return record;
    }

    /**
     * The columns that the mapping of a table reads.
     *
     * @throws IllegalArgumentException if no mapping knows the table
     */
    public TableNeeds needs(SourceTable table) {
        TableMapper mapper = mappers.get(table);
        if (mapper == null) {
            throw new IllegalArgumentException("no mapping knows the table " + table);
        }
        return TableNeeds.of(table, mapper);
    }

    /** All tables that can be mapped: the switchboard's, then the hotline's, each by name. */
    public List<SourceTable> tables() {
        return List.copyOf(mappers.keySet());
    }

    /** Whether a table's rows are people: {@code nguoi_goi}, {@code tre_em}, {@code caller}, {@code victim}. */
    public static boolean isPerson(SourceTable table) {
        return PERSON_TABLES.contains(table.name());
    }
}
