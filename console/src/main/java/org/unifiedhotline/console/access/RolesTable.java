package org.unifiedhotline.console.access;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.unifiedhotline.mappings.source.SourceSystem;

/** The table of {@code config/roles.yaml}: what each role may know of, and which calls it may make. */
public final class RolesTable {
    private final Map<String, Set<SourceSystem>> sourcesByRole;
    private final List<AccessRule> rules;

    /**
     * @throws IllegalArgumentException if a rule names a role that the table does not have
     */
    RolesTable(Map<String, Set<SourceSystem>> sourcesByRole, List<AccessRule> rules) {
        this.sourcesByRole = Map.copyOf(sourcesByRole);
        this.rules =
                rules.stream().sorted(Comparator.comparing(AccessRule::path)).toList();
        rules.forEach(this::requireKnownRoles);
    }

    /** Whether the caller may make the call; a caller who is not known is null. A call without a rule is nobody's. */
    public boolean allows(String method, String path, @Nullable Caller caller) {
        return ruleFor(method, path).map(rule -> rule.allows(caller)).orElse(false);
    }

    /** The line that decides about a call: of those that speak of it, the most specific. */
    Optional<AccessRule> ruleFor(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return rules.stream().filter(rule -> rule.speaksOf(method, parsed)).findFirst();
    }

    /** The calls under /api that the caller may make, as the table writes them: {@code GET /api/v1/search}. In order. */
    public SortedSet<String> callsOf(Caller caller) {
        return rules.stream()
                .filter(rule -> rule.path().getPatternString().startsWith("/api/") && rule.allows(caller))
                .map(rule -> (rule.method() == null ? "ANY" : rule.method()) + " "
                        + rule.path().getPatternString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The source systems whose records the caller may see. */
    public Set<SourceSystem> sourcesOf(Caller caller) {
        Set<SourceSystem> sources = EnumSet.noneOf(SourceSystem.class);
        caller.roles().forEach(role -> sources.addAll(sourcesByRole.getOrDefault(role, Set.of())));
        return sources;
    }

    /** The roles of the table. */
    public Set<String> roles() {
        return sourcesByRole.keySet();
    }

    private void requireKnownRoles(AccessRule rule) {
        Set<String> unknown = new TreeSet<>(rule.roles());
        unknown.removeAll(sourcesByRole.keySet());
        unknown.removeAll(Set.of(AccessRule.EVERYONE, AccessRule.ANYONE));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the call '" + rule.method() + " " + rule.path() + "' names the roles "
                    + unknown + ", which stand nowhere under 'roles:'");
        }
    }
}
