package org.unifiedhotline.masterrecords.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/** Reads {@code config/stewards.yaml}; names all that is wrong with it at once. */
public final class StewardsReader {
    private static final Set<String> SETTINGS = Set.of("machine-ending", "same-person", "others", "stewards");
    private static final Set<String> OF_STEWARD = Set.of("centres", "expertise", "clearance");
    private static final Steward NOBODY = new Steward("", Set.of(), Set.of(), Set.of());

    private final List<String> complaints = new ArrayList<>();

    private StewardsReader() {}

    /**
     * The stewards of a text.
     *
     * @throws IllegalArgumentException with every complaint if the text is not right
     */
    public static Stewards read(String yaml) {
        return new StewardsReader().stewards(yaml);
    }

    private Stewards stewards(String yaml) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("stewards: no YAML: " + e.getOriginalMessage(), e);
        }
        complainOfUnknown("", root, SETTINGS);
        Map<String, String> samePerson = new HashMap<>();
        root.path("same-person")
                .properties()
                .forEach(
                        entry -> samePerson.put(entry.getKey(), entry.getValue().asText()));
        Steward others = steward("others", "", root.path("others"), NOBODY);
        List<Steward> named = new ArrayList<>();
        root.path("stewards")
                .properties()
                .forEach(entry ->
                        named.add(steward("stewards." + entry.getKey(), entry.getKey(), entry.getValue(), others)));
        if (!complaints.isEmpty()) {
            throw new UnusableSettingsException(complaints.stream()
                    .map(complaint -> "stewards: " + complaint)
                    .toList());
        }
        return new Stewards(root.path("machine-ending").asText(""), samePerson, others, named);
    }

    private Steward steward(String place, String account, JsonNode node, Steward otherwise) {
        complainOfUnknown(place + ".", node, OF_STEWARD);
        Set<String> centres = words(place + ".centres", Centre.class, node.path("centres")).stream()
                .map(Centre::name)
                .collect(Collectors.toSet());
        return new Steward(
                account,
                node.has("centres") ? centres : otherwise.centres(),
                node.has("expertise")
                        ? words(place + ".expertise", TaskKind.class, node.path("expertise"))
                        : otherwise.expertise(),
                node.has("clearance")
                        ? words(place + ".clearance", Sensitivity.class, node.path("clearance"))
                        : otherwise.clearance());
    }

    private void complainOfUnknown(String place, JsonNode node, Set<String> known) {
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> complaints.add(place + name + " is not known"));
    }

    private <E extends Enum<E>> Set<E> words(String place, Class<E> kind, JsonNode node) {
        Set<E> words = EnumSet.noneOf(kind);
        for (JsonNode word : node) {
            Arrays.stream(kind.getEnumConstants())
                    .filter(known -> known.name().equals(word.asText()))
                    .findFirst()
                    .ifPresentOrElse(
                            words::add,
                            () -> complaints.add(place + ": '" + word.asText() + "' is none of "
                                    + Arrays.toString(kind.getEnumConstants())));
        }
        return words;
    }
}
