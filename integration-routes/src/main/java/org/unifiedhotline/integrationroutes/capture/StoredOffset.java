package org.unifiedhotline.integrationroutes.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's offset of a source, as it stands in the hub.
 *
 * @param values what the connector keeps ({@code file}, {@code pos}, {@code gtids} or {@code lsn} …)
 */
record StoredOffset(Map<String, Object> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    StoredOffset {
        values = Map.copyOf(values);
    }

    static StoredOffset ofJson(String json) {
        try {
            return new StoredOffset(JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new CaptureException("the stored offset is not readable", e);
        }
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException e) {
            throw new CaptureException("the offset cannot be written", e);
        }
    }

    @Nullable
    String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** A number; 0 where there is none. */
    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
