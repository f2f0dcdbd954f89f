package org.unifiedhotline.console.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Reads {@code roles.yaml} and says what is wrong with it, and where. */
public final class RolesFile {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private RolesFile() {}

    /**
     * The table in a file.
     *
     * @throws IllegalStateException if the file cannot be read or is not such a table; the message names file and fault
     */
    public static RolesTable read(Resource file) {
        try (InputStream yaml = file.getInputStream()) {
            return YAML.readValue(yaml, Written.class).table();
        } catch (IOException | IllegalArgumentException fault) {
            throw new IllegalStateException(
                    "the table of roles " + file + " is not usable: " + fault.getMessage(), fault);
        }
    }

    private record Written(Map<String, WrittenRole> roles, List<WrittenCall> calls) {
        RolesTable table() {
            if (roles == null || calls == null) {
                throw new IllegalArgumentException("it has two parts, 'roles:' and 'calls:'");
            }
            Map<String, Set<SourceSystem>> sources = roles.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, role -> role.getValue().systems()));
            return new RolesTable(sources, calls.stream().map(WrittenCall::rule).toList());
        }
    }

    private record WrittenRole(@Nullable List<String> sources) {
        Set<SourceSystem> systems() {
            return sources == null
                    ? Set.of()
                    : sources.stream().map(SourceSystem::of).collect(Collectors.toUnmodifiableSet());
        }
    }

    private record WrittenCall(
            @Nullable String call,
            @Nullable String scope,
            @Nullable Set<String> roles) {
        AccessRule rule() {
            if (call == null || scope == null || roles == null || roles.isEmpty()) {
                throw new IllegalArgumentException(
                        "each line of 'calls:' has a call, a scope (or 'none') and roles; '" + call + "' has not");
            }
            return AccessRule.of(call, scope, roles);
        }
    }
}
