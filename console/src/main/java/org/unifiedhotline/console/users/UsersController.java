package org.unifiedhotline.console.users;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.console.login.KnownAccounts;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.audit.AuditSearch;
import org.unifiedhotline.masterrecords.audit.AuditSearch.SeenAccount;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** Shows roles and accounts with their scopes to the administrator and the auditor. */
@RestController
class UsersController {
    private static final Places PLACES = Places.standard();

    private final RolesTable roles;
    private final Clearance clearance;
    private final KnownAccounts known;
    private final AuditSearch audit;

    UsersController(RolesTable roles, Clearance clearance, KnownAccounts known, AuditSearch audit) {
        this.roles = roles;
        this.clearance = clearance;
        this.known = known;
        this.audit = audit;
    }

    /**
     * What follows from a scope.
     *
     * @param centres null for all
     * @param provinces their names; null for all
     */
    record Scope(
            Set<String> sources,
            @Nullable Set<String> centres,
            @Nullable Set<String> provinces,
            Set<String> labels) {
        static Scope of(ReaderScope scope) {
            return new Scope(
                    sorted(scope.sources(), source -> source.code()),
                    scope.centres() instanceof ReaderScope.OnlyCentres only ? sorted(only.centres(), Enum::name) : null,
                    scope.provinces() instanceof ReaderScope.OnlyProvinces some
                            ? sorted(some.codes(), UsersController::province)
                            : null,
                    sorted(scope.labels(), Enum::name));
        }

        private static <T> Set<String> sorted(Set<T> values, Function<T, String> name) {
            return values.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * A role.
     *
     * @param ownCentres whether it is narrowed to the centres of the account
     * @param ownProvinces whether it is narrowed to the provinces of the account
     * @param plain by kind of field, on records of which labels it is read plainly
     * @param breakGlass whether it may see people outside its scope with a reason
     * @param calls what it may call, as {@code roles.yaml} writes it
     */
    record Role(
            String name,
            Scope scope,
            boolean ownCentres,
            boolean ownProvinces,
            Map<FieldKind, Set<Label>> plain,
            boolean breakGlass,
            Set<String> calls) {}

    /**
     * An account.
     *
     * @param roles those it has, or had when it was last seen
     * @param scope as it is, or was when it was last seen, where its provider tells its centres
     * @param clearance for whom it is cleared beyond callers ({@code stewards.yaml})
     * @param lastSeen when it last did what is on record; null if never
     */
    record Account(
            String name,
            Set<String> roles,
            Scope scope,
            Set<String> clearance,
            @Nullable Instant lastSeen) {}

    /** All of it. */
    record Users(List<Role> roles, List<Account> accounts) {}

    private static String province(String code) {
        return Objects.requireNonNull(PLACES.provinceName(Era.SINCE, code));
    }

    @GetMapping("/api/v1/users")
    Users users() {
        List<Role> all = roles.roles().stream().sorted().map(this::role).toList();
        return new Users(all, accounts());
    }

    private Role role(String name) {
        return new Role(
                name,
                Scope.of(roles.scopeOfRole(name)),
                roles.isOfOwnCentres(name),
                roles.isOfOwnProvinces(name),
                new TreeMap<>(roles.plainOfRole(name).labels()),
                roles.mayBreakGlass(new Caller("", Set.of(name), null)),
                roles.callsOf(new Caller("", Set.of(name), null)));
    }

    /** Those that are set up here, and those that were ever seen. */
    private List<Account> accounts() {
        Map<String, SeenAccount> seen =
                audit.accountsSeen().stream().collect(Collectors.toMap(SeenAccount::name, Function.identity()));
        SortedMap<String, Set<String>> rolesOf = new TreeMap<>();
        roles.accounts().forEach(account -> rolesOf.put(account, Set.of()));
        seen.values().forEach(account -> rolesOf.put(account.name(), new LinkedHashSet<>(account.roles())));
        known.all().forEach(account -> rolesOf.put(account.name(), account.roles()));
        return rolesOf.entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue(), Optional.ofNullable(seen.get(entry.getKey()))))
                .toList();
    }

    private Account account(String name, Set<String> itsRoles, Optional<SeenAccount> seen) {
        return new Account(
                name,
                new TreeSet<>(itsRoles),
                Scope.of(roles.scopeOf(new Caller(
                        name, itsRoles, null, seen.map(SeenAccount::centres).orElse(Set.of())))),
                clearance.of(name).stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                seen.map(SeenAccount::lastAt).orElse(null));
    }
}
