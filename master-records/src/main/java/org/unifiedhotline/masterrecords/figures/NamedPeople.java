package org.unifiedhotline.masterrecords.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/** Reads whom a row names, as the lists' statements tell it. */
final class NamedPeople {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NamedPeople() {}

    static List<Entry.Named> read(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            List<Entry.Named> people = new ArrayList<>();
            for (JsonNode person : JSON.readTree(json)) {
                people.add(new Entry.Named(
                        person.path("as").asText(),
                        MasterId.of(person.path("id").asText())));
            }
            return people;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list tells whom a row names in an unknown form", e);
        }
    }
}
