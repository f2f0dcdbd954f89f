package org.unifiedhotline.masterrecords.resolution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.Relation;

/**
 * What the engine is told of records, in memory and packed to a tenth of what an encoded record takes: to encode one again from here
 * takes microseconds, to load it from the hub a thousand times as long.
 */
final class PackedRecords {
    private final Map<Long, byte[]> packed = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int size() {
        return packed.size();
    }

    void put(MatchRecord record) {
        packed.put(record.id(), pack(record));
    }

    /** The record as it was put; null if it is not here. */
    @Nullable
    MatchRecord get(Long id) {
        byte[] bytes = packed.get(id);
        return bytes == null ? null : unpack(id, bytes);
    }

    boolean contains(Long id) {
        return packed.containsKey(id);
    }

    void remove(Collection<Long> ids) {
        ids.forEach(packed::remove);
    }

    void clear() {
        packed.clear();
    }

    private byte[] pack(MatchRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, record.key());
            out.writeByte(number(record.kind()));
            text(out, record.source());
            out.writeByte(record.values().size());
            for (Map.Entry<String, List<String>> attribute : record.values().entrySet()) {
                out.writeByte(number(attribute.getKey()));
                out.writeInt(attribute.getValue().size());
                for (String value : attribute.getValue()) {
                    text(out, value);
                }
            }
            out.writeInt(record.relations().size());
            for (Relation relation : record.relations()) {
                text(out, relation.otherKey());
                out.writeByte(number(relation.kind().name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private MatchRecord unpack(long id, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String key = text(in);
            String kind = words.get(in.readUnsignedByte());
            String source = text(in);
            int attributes = in.readUnsignedByte();
            Map<String, List<String>> values = HashMap.newHashMap(attributes);
            for (int at = 0; at < attributes; at++) {
                String attribute = words.get(in.readUnsignedByte());
                int count = in.readInt();
                List<String> texts = new ArrayList<>(count);
                for (int value = 0; value < count; value++) {
                    texts.add(text(in));
                }
                values.put(attribute, List.copyOf(texts));
            }
            int related = in.readInt();
            List<Relation> relations = new ArrayList<>(related);
            for (int at = 0; at < related; at++) {
                relations.add(new Relation(text(in), Relation.Kind.valueOf(words.get(in.readUnsignedByte()))));
            }
            return new MatchRecord(id, key, kind, source, values, relations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Attributes and kinds, of records and of relations, are few, and named again and again. */
    private int number(String word) {
        return numbers.computeIfAbsent(word, unseen -> {
            if (words.size() > 255) {
                throw new IllegalStateException("more than 256 attributes and kinds");
            }
            words.add(word);
            return words.size() - 1;
        });
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 255) {
            out.writeByte(bytes.length);
        } else {
            out.writeByte(255);
            out.writeInt(bytes.length);
        }
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte();
        return new String(in.readNBytes(length < 255 ? length : in.readInt()), StandardCharsets.UTF_8);
    }
}
