package org.unifiedhotline.masterrecords.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.sourcerecords.RowJson;

/** Compares what the hub stored of a row, once it is opened, with the row as it stands at its source. */
final class StoredComparison {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredComparison() {}

    /** The columns that differ by value, by name; a column that one of them does not have is as one without a value. */
    static SortedSet<String> differing(String stored, SourceRow given) {
        Map<String, @Nullable Object> here = RowJson.read(stored).columns();
        Map<String, @Nullable Object> there =
                RowJson.read(RowJson.write(given)).columns(); // as it would have been stored
        SortedSet<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        names.removeIf(name -> sameValue(here.get(name), there.get(name)));
        return names;
    }

    /** Whether two texts of canonical records are the same, in whatever order their fields come. */
    static boolean equal(@Nullable String stored, @Nullable String given) {
        if (stored == null || given == null || stored.equals(given)) {
            return Objects.equals(stored, given);
        }
        try {
            return JSON.readTree(stored).equals(JSON.readTree(given));
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static boolean sameValue(@Nullable Object here, @Nullable Object there) {
        if (here instanceof Number one && there instanceof Number other && here.getClass() == there.getClass()) {
            return here instanceof BigDecimal
                    ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                    : here.equals(there);
        }
        if (here instanceof List<?> one && there instanceof List<?> other) {
            return one.equals(other);
        }
        return Objects.equals(here, there);
    }
}
