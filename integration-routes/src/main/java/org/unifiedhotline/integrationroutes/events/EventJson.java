package org.unifiedhotline.integrationroutes.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.unifiedhotline.masterrecords.events.MasterEvent;

/** An event as JSON in one line, the same bytes whenever it is written. Ids, times and kinds only. */
final class EventJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    static byte[] of(MasterEvent event) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", event.id())
                .put("type", type(event))
                .put("position", event.position())
                .put("time", event.changedAt().toString())
                .put("change", event.change().name())
                .put("masterId", event.masterId().toString());
        if (event.version() != null) {
            json.put("version", event.version());
        }
        if (event.other() != null) {
            json.put(otherName(event), event.other().toString());
        }
        if (event.decisionId() != null) {
            json.put("decisionId", event.decisionId());
        }
        ArrayNode records = json.putArray("sourceRecords");
        event.sourceRecords()
                .forEach(record -> records.addObject()
                        .put("source", record.system().code())
                        .put("table", record.table().name())
                        .put("localId", record.localId()));
        try {
            return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    /** {@code master-record.merged}, and so on. */
    static String type(MasterEvent event) {
        return "master-record." + event.type().name().toLowerCase(Locale.ROOT);
    }

    private static String otherName(MasterEvent event) {
        return event.type() == MasterEvent.Type.MERGED ? "mergedInto" : "splitFrom";
    }
}
