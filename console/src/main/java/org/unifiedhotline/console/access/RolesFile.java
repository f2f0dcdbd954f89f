package org.unifiedhotline.console.access;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.PlainFields;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** Reads {@code roles.yaml} and says what is wrong with it, and where. */
public final class RolesFile {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Places PLACES = Places.standard();

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

    private record Written(
            Map<String, WrittenRole> roles,
            @Nullable Map<String, Map<String, List<String>>> plain,
            @Nullable WrittenReveal reveal,
            @Nullable WrittenReveal breakGlass,
            @Nullable Map<String, WrittenPurpose> purposes,
            @Nullable WrittenReaders restricted,
            @Nullable Map<String, WrittenAccount> accounts,
            List<WrittenCall> calls) {
        RolesTable table() {
            if (roles == null || calls == null) {
                throw new IllegalArgumentException("it has two parts, 'roles:' and 'calls:'");
            }
            Map<String, RoleScope> scopes = roles.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, role -> role.getValue().scope(role.getKey())));
            Map<String, OwnScope> own = accounts == null
                    ? Map.of()
                    : accounts.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    account -> account.getValue().own()));
            return new RolesTable(
                    scopes,
                    plainByRole(),
                    revealRules(),
                    purposes == null
                            ? Purposes.ANY
                            : new Purposes(purposes.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            purpose -> purpose.getValue().purpose()))),
                    restricted == null || restricted.roles() == null ? Set.of() : Set.copyOf(restricted.roles()),
                    own,
                    calls.stream().map(WrittenCall::rule).toList());
        }

        private RevealRules revealRules() {
            if (reveal == null || breakGlass == null) {
                return RevealRules.USUAL;
            }
            return new RevealRules(
                    Duration.ofMinutes(reveal.minutes()),
                    Duration.ofMinutes(breakGlass.minutes()),
                    breakGlass.roles() == null ? Set.of() : Set.copyOf(breakGlass.roles()));
        }

        private Map<String, PlainFields> plainByRole() {
            Map<String, PlainFields> byRole = new HashMap<>();
            Map<String, Map<String, List<String>>> written = plain == null ? Map.of() : plain;
            written.forEach((kind, roles) -> roles.forEach((role, labels) -> byRole.merge(
                    role, new PlainFields(Map.of(FieldKind.valueOf(kind), labelsOf(labels))), PlainFields::with)));
            return byRole;
        }
    }

    /** What is left out is granted to nobody. */
    private record WrittenRole(
            @Nullable List<String> sources,
            @Nullable List<String> centres,
            @Nullable List<String> provinces,
            @Nullable List<String> labels,
            @Nullable Boolean outside,
            @Nullable List<String> own,
            @Nullable String standingPurpose) {
        RoleScope scope(String name) {
            if (outside == null && name.startsWith("legacy-")) {
                throw new IllegalArgumentException(
                        "the role '" + name
                                + "' does not say whether it is a system outside the office: 'outside: true' or 'outside: false'");
            }
            Named ofCentres = Named.of("centres", centres);
            Named ofProvinces = Named.of("provinces", provinces);
            return new RoleScope(
                    each(sources, SourceSystem::of),
                    ofCentres.all()
                            ? new ReaderScope.EveryCentre()
                            : new ReaderScope.OnlyCentres(centresOf(ofCentres.names())),
                    ofCentres.own(),
                    ofProvinces.all()
                            ? new ReaderScope.EveryProvince()
                            : new ReaderScope.OnlyProvinces(provincesOf(ofProvinces.names())),
                    ofProvinces.own(),
                    each(labels, Label::valueOf),
                    Boolean.TRUE.equals(outside),
                    each(own, SourceSystem::of),
                    standingPurpose == null || standingPurpose.isBlank() ? null : standingPurpose.strip());
        }
    }

    /** What is all, an account's own, or named. */
    private record Named(boolean all, boolean own, List<String> names) {
        static Named of(String part, @Nullable List<String> written) {
            List<String> words = written == null ? List.of() : written;
            boolean all = words.contains(RoleScope.ALL);
            boolean own = words.contains(RoleScope.OWN);
            if (words.size() > 1 && (own || all)) {
                throw new IllegalArgumentException("'" + part + "' of a role is [all], [own] or a list of them");
            }
            return new Named(all, own, all || own ? List.of() : words);
        }
    }

    private static Set<Label> labelsOf(List<String> labels) {
        return labels.equals(List.of(RoleScope.ALL)) ? EnumSet.allOf(Label.class) : each(labels, Label::valueOf);
    }

    private record WrittenReveal(int minutes, @Nullable List<String> roles) {}

    /** What is left out opens nothing, to nobody. */
    private record WrittenPurpose(
            @Nullable List<String> words,
            @Nullable List<String> fields,
            @Nullable Set<String> roles) {
        Purposes.Purpose purpose() {
            return new Purposes.Purpose(
                    words == null ? Set.of() : Set.copyOf(words),
                    List.of(RoleScope.ALL).equals(fields)
                            ? EnumSet.allOf(FieldKind.class)
                            : each(fields, FieldKind::valueOf),
                    roles == null ? Set.of() : roles);
        }
    }

    private record WrittenReaders(@Nullable List<String> roles) {}

    private record WrittenAccount(
            @Nullable List<String> centres, @Nullable List<String> provinces) {
        OwnScope own() {
            return new OwnScope(centresOf(centres), provincesOf(provinces));
        }
    }

    private static Set<String> provincesOf(@Nullable List<String> codes) {
        return each(codes, code -> {
            if (PLACES.provinceName(Era.SINCE, code) == null) {
                throw new IllegalArgumentException("'" + code
                        + "' is no province: two digits, quoted, as they are since 1 July 2025 (\"01\" is Hà Nội)");
            }
            return code;
        });
    }

    private static Set<Centre> centresOf(@Nullable List<String> names) {
        return each(names, Centre::valueOf);
    }

    private static <T> Set<T> each(@Nullable List<String> words, Function<String, T> meaning) {
        return words == null ? Set.of() : words.stream().map(meaning).collect(Collectors.toUnmodifiableSet());
    }

    private record WrittenCall(
            @Nullable String call,
            @Nullable String scope,
            @Nullable String audit,
            @Nullable Set<String> roles) {
        AccessRule rule() {
            if (call == null || scope == null || roles == null || roles.isEmpty()) {
                throw new IllegalArgumentException(
                        "each line of 'calls:' has a call, a scope (or 'none') and roles; '" + call + "' has not");
            }
            return AccessRule.of(call, scope, audit == null ? null : AuditMark.of(audit), roles);
        }
    }
}
