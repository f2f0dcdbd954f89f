package org.unifiedhotline.masterrecords.sourcerecords;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRow;

/**
 * Rows as JSON and back, equal in value and type.
 *
 * <p>JSON has one kind of number: the names of columns that are {@code Double}, and of {@code BigDecimal} columns, stand
 * in two further fields that no column can be named by. The database keeps fields in an order of its own, so the
 * columns' order is not kept.
 */
public final class RowJson {
    private static final String DOUBLES = "$double";
    private static final String DECIMALS = "$decimal";
    private static final JsonFactory JSON = new JsonFactory();

    private RowJson() {}

    /** The row as a JSON object; the same text for the same columns in the same order. */
    public static String write(SourceRow row) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            List<String> doubles = new ArrayList<>(0);
            List<String> decimals = new ArrayList<>(0);
            json.writeStartObject();
            for (Map.Entry<String, @Nullable Object> column : row.columns().entrySet()) {
                json.writeFieldName(column.getKey());
                writeValue(json, column.getKey(), column.getValue(), doubles, decimals);
            }
            writeNames(json, DOUBLES, doubles);
            writeNames(json, DECIMALS, decimals);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The row that {@link #write} was given, by whatever order the fields come. */
    public static SourceRow read(String text) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                columns.put(name, readValue(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names(columns.remove(DOUBLES))
                .forEach(name -> columns.computeIfPresent(name, (key, value) -> {
                    return Double.valueOf(value.toString());
                }));
        names(columns.remove(DECIMALS))
                .forEach(name -> columns.computeIfPresent(name, (key, value) -> {
                    return new BigDecimal(value.toString());
                }));
        return SourceRow.of(columns);
    }

    private static void writeValue(
            JsonGenerator json, String name, @Nullable Object value, List<String> doubles, List<String> decimals)
            throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String string -> json.writeString(StoredText.of(string));
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> {
                decimals.add(name);
                json.writeNumber(number);
            }
            case Double number -> {
                doubles.add(name);
                json.writeString(number.toString());
            }
            case Boolean flag -> json.writeBoolean(flag);
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    writeElement(json, element);
                }
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException("column " + name + ": no place for " + value.getClass());
        }
    }

    private static void writeElement(JsonGenerator json, @Nullable Object element) throws IOException {
        if (element == null) {
            json.writeNull();
        } else {
            json.writeString(StoredText.of(element.toString()));
        }
    }

    private static void writeNames(JsonGenerator json, String field, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            json.writeFieldName(field);
            json.writeStartArray();
            for (String name : names) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
    }

    private static @Nullable Object readValue(JsonParser json) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> readList(json);
            default -> throw new IOException("a stored row holds plain values and lists only");
        };
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return new BigDecimal(text);
        }
    }

    private static List<@Nullable String> readList(JsonParser json) throws IOException {
        List<@Nullable String> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText());
        }
        return list;
    }

    private static List<String> names(@Nullable Object list) {
        return list instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.of();
    }
}
