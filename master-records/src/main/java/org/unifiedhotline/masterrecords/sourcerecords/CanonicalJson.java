package org.unifiedhotline.masterrecords.sourcerecords;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * Canonical records as JSON and back, equal. Keys are written as text ({@code switchboard/tre_em/42}); what is null or an
 * empty list is left out.
 */
public final class CanonicalJson {
    private static final ObjectMapper JSON = mapper();

    private CanonicalJson() {}

    public static String write(CanonicalRecord record) {
        try {
            return JSON.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + record.key() + " as JSON", e);
        }
    }

    /** The record that {@link #write} was given; {@code type} is what kind it is. */
    public static <T extends CanonicalRecord> T read(String text, Class<T> type) {
        try {
            return reader(type).readValue(text);
        } catch (JsonProcessingException e) {
            // without its cause: that quotes the text
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    /** Anything made of canonical records, keys and plain values; {@link #value} reads it back. */
    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // without its cause: that quotes the text
            throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName() + " as JSON");
        }
    }

    /** What {@link #text} was given. */
    public static <T> T value(String text, Class<T> type) {
        try {
            return reader(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    private static ObjectReader reader(Class<?> type) {
        return READERS.get(type);
    }

    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return JSON.readerFor(type);
        }
    };

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule()
                        .addSerializer(String.class, new TextSerializer())
                        .addSerializer(SourceRecordKey.class, new KeySerializer())
                        .addDeserializer(SourceRecordKey.class, new KeyDeserializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
        JsonSetter.Value emptyForNull = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        JsonInclude.Value notEmpty =
                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
        mapper.configOverride(List.class).setSetterInfo(emptyForNull).setInclude(notEmpty);
        mapper.configOverride(Map.class).setSetterInfo(emptyForNull).setInclude(notEmpty);
        return mapper;
    }

    private static final class TextSerializer extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(StoredText.of(value));
        }
    }

    private static final class KeySerializer extends JsonSerializer<SourceRecordKey> {
        @Override
        public void serialize(SourceRecordKey value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(StoredText.of(value.toString()));
        }
    }

    private static final class KeyDeserializer extends JsonDeserializer<SourceRecordKey> {
        @Override
        public SourceRecordKey deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return SourceKeys.parse(json.getText());
        }
    }
}
