package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A document as it is written, and what of it the index keeps to be read. Values that are only matched or counted are three
 * quarters of it: they are indexed and not kept ({@code _source} of {@code index.json}), so that a hit costs little to fetch. A digest
 * of the whole document is kept in their place.
 */
public final class DocumentForm {
    private static final List<String> NOT_KEPT = List.of("beside", "reach", "all");
    private static final String DIGEST = "digest";

    private final ObjectMapper json = new ObjectMapper();

    /** The document as Elasticsearch is sent it. */
    public byte[] written(PersonDocument document) {
        try {
            byte[] values = json.writeValueAsBytes(document);
            byte[] digest = (",\"" + DIGEST + "\":\"" + digest(values) + "\"}").getBytes(StandardCharsets.UTF_8);
            int end = values.length - 1; // where its last brace stands
            byte[] whole = Arrays.copyOf(values, end + digest.length);
            System.arraycopy(digest, 0, whole, end, digest.length);
            return whole;
        } catch (JsonProcessingException e) {
            throw noForm(document);
        }
    }

    /** What Elasticsearch gives back of it. */
    public JsonNode kept(PersonDocument document) {
        try {
            // Read anew, since numbers that are read have other types than numbers that were written.
            ObjectNode kept = (ObjectNode) json.readTree(written(document));
            kept.remove(NOT_KEPT);
            for (JsonNode record : kept.withArray("records")) {
                ((ObjectNode) record).remove(List.of("matched", "knownTo"));
                record.path("relatives").forEach(relative -> ((ObjectNode) relative).remove("words"));
            }
            return kept;
        } catch (IOException e) {
            throw noForm(document);
        }
    }

    private static String digest(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static IllegalStateException noForm(PersonDocument document) {
        return new IllegalStateException("the document of master record " + document.masterId() + " has no JSON form");
    }
}
