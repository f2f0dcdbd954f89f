package org.unifiedhotline.console.access;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.PlainFields;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** The table of {@code config/roles.yaml}: what each role may know of, and which calls it may make. */
public final class RolesTable {
    private final Map<String, RoleScope> scopes;
    private final Map<String, PlainFields> plain;
    private final RevealRules reveal;
    private final Purposes purposes;
    private final Set<String> readersOfRestricted;
    private final Map<String, OwnScope> accounts;
    private final List<AccessRule> rules;

    /**
     * @throws IllegalArgumentException if a rule, or what is read plainly, names a role that the table does not have
     */
    RolesTable(
            Map<String, RoleScope> scopes,
            Map<String, PlainFields> plain,
            RevealRules reveal,
            Purposes purposes,
            Set<String> readersOfRestricted,
            Map<String, OwnScope> accounts,
            List<AccessRule> rules) {
        this.scopes = Map.copyOf(scopes);
        this.plain = Map.copyOf(plain);
        this.reveal = reveal;
        this.purposes = purposes;
        this.readersOfRestricted = Set.copyOf(readersOfRestricted);
        this.accounts = Map.copyOf(accounts);
        this.rules =
                rules.stream().sorted(Comparator.comparing(AccessRule::path)).toList();
        rules.forEach(this::requireKnownRoles);
        requireKnown("plain:", plain.keySet());
        purposes.byName().forEach((name, purpose) -> requireKnown("purposes: " + name, purpose.roles()));
        requireKnown("breakGlass:", reveal.glassBreakers());
        requireKnown("restricted:", readersOfRestricted);
    }

    private void requireKnown(String part, Set<String> named) {
        if (!scopes.keySet().containsAll(named)) {
            throw new IllegalArgumentException(
                    "'" + part + "' names " + new TreeSet<>(named) + ", of which some stand nowhere under 'roles:'");
        }
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

    /**
     * A call by the words of the table.
     *
     * @param call method and pattern of the line that speaks of it; {@value #NO_RULE} if none does
     * @param audit as what it is put on record: as read where its line does not say, or there is none
     * @param variables what stands in the places that the pattern leaves open
     */
    public record RuledCall(String call, AuditMark audit, Map<String, String> variables) {
        static final String NO_RULE = "(no such call)";

        public RuledCall {
            variables = Map.copyOf(variables);
        }
    }

    /** What the table calls a call. */
    public RuledCall ruled(String method, String path) {
        return ruleFor(method, path)
                .map(rule -> rule.ruled(PathContainer.parsePath(path)))
                .orElse(new RuledCall(RuledCall.NO_RULE, AuditMark.READ, Map.of()));
    }

    /** Whether the line of a call says as what it is put on record; every line should. */
    public boolean saysHowToAudit(String method, String path) {
        return ruleFor(method, path).filter(rule -> rule.audit() != null).isPresent();
    }

    /** The source systems whose records the caller may see, at some centre. */
    public Set<SourceSystem> sourcesOf(Caller caller) {
        Set<SourceSystem> sources = EnumSet.noneOf(SourceSystem.class);
        caller.roles().forEach(role -> {
            RoleScope scope = scopes.get(role);
            if (scope != null) {
                sources.addAll(scope.sources());
            }
        });
        return sources;
    }

    /** Whether the caller is a system outside the office: every role of theirs is, or they have none that is known. */
    public boolean isOutside(Caller caller) {
        return caller.roles().stream().map(scopes::get).filter(Objects::nonNull).allMatch(RoleScope::outside);
    }

    /** Whose rows are the caller's own, by their roles. */
    public Set<SourceSystem> ownSystemsOf(Caller caller) {
        Set<SourceSystem> own = EnumSet.noneOf(SourceSystem.class);
        caller.roles().stream().map(scopes::get).filter(Objects::nonNull).forEach(role -> own.addAll(role.own()));
        return own;
    }

    /** What the caller may know of people; nothing without a role that says so. */
    public ReaderScope scopeOf(Caller caller) {
        OwnScope own = ownOf(caller);
        return caller.roles().stream()
                .sorted()
                .map(scopes::get)
                .filter(Objects::nonNull)
                .map(scope -> scope.of(own))
                .reduce(ReaderScope.NONE, ReaderScope::with);
    }

    /**
     * Which fields the caller reads plainly. Of several roles those have a say that alone may know all that the caller may: what
     * a counsellor reads plainly of one centre is not read so of all by whoever is an officer besides.
     */
    public PlainFields plainOf(Caller caller) {
        ReaderScope whole = scopeOf(caller);
        OwnScope own = ownOf(caller);
        return caller.roles().stream()
                .filter(role -> scopes.containsKey(role)
                        && Objects.requireNonNull(scopes.get(role)).of(own).covers(whole))
                .map(this::plainOfRole)
                .reduce(PlainFields.NONE, PlainFields::with);
    }

    /** The account's own: as the file says, or where it does not name the account, the centres that the provider tells. */
    private OwnScope ownOf(Caller caller) {
        return accounts.getOrDefault(caller.name(), new OwnScope(caller.centres(), Set.of()));
    }

    /** The account's own centres, whether or not a role of theirs is narrowed to them. */
    public Set<Centre> ownCentresOf(Caller caller) {
        return ownOf(caller).centres();
    }

    /** Which fields a role reads plainly. */
    public PlainFields plainOfRole(String role) {
        return plain.getOrDefault(role, PlainFields.NONE);
    }

    /** What the caller reads for in their ordinary work, by each of their roles; empty if they have to say it with each call. */
    public String standingPurposeOf(Caller caller) {
        return caller.roles().stream()
                .sorted()
                .map(scopes::get)
                .filter(Objects::nonNull)
                .map(RoleScope::standingPurpose)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether the caller must say what for with this call: it shows people, and nothing says it for them. */
    boolean asksWhatFor(String method, String path, Caller caller) {
        return standingPurposeOf(caller).isEmpty()
                && ruleFor(method, path).filter(AccessRule::showsPeople).isPresent();
    }

    /** How long something is revealed. */
    public RevealRules reveal() {
        return reveal;
    }

    /** What something is revealed for. */
    public Purposes purposes() {
        return purposes;
    }

    /** Whether the caller may see people outside their scope and clearance, with a reason and for a while. */
    public boolean mayBreakGlass(Caller caller) {
        return caller.roles().stream().anyMatch(reveal.glassBreakers()::contains);
    }

    /** Whether the caller is still shown people whose processing is restricted. */
    public boolean readsRestricted(Caller caller) {
        return caller.roles().stream().anyMatch(readersOfRestricted::contains);
    }

    /** What a role may know of people, but for the centres and provinces of its accounts. */
    public ReaderScope scopeOfRole(String role) {
        RoleScope scope = scopes.get(role);
        return scope == null ? ReaderScope.NONE : scope.of(OwnScope.NOTHING);
    }

    /** Whether a role is narrowed to the provinces of the account. */
    public boolean isOfOwnProvinces(String role) {
        RoleScope scope = scopes.get(role);
        return scope != null && scope.ownProvinces();
    }

    /** Whether a role is narrowed to the centres of the account. */
    public boolean isOfOwnCentres(String role) {
        RoleScope scope = scopes.get(role);
        return scope != null && scope.ownCentres();
    }

    /** The accounts that the table names. */
    public Set<String> accounts() {
        return accounts.keySet();
    }

    /** The roles of the table. */
    public Set<String> roles() {
        return scopes.keySet();
    }

    private void requireKnownRoles(AccessRule rule) {
        Set<String> unknown = new TreeSet<>(rule.roles());
        unknown.removeAll(scopes.keySet());
        unknown.removeAll(Set.of(AccessRule.EVERYONE, AccessRule.ANYONE));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the call '" + rule.method() + " " + rule.path() + "' names the roles "
                    + unknown + ", which stand nowhere under 'roles:'");
        }
    }
}
