package org.unifiedhotline.console.login;

import java.util.List;
import java.util.Set;

/**
 * An account of the demo, whose password (or secret) is its own name. None exists outside the demo profile.
 *
 * @param name what it logs in with
 * @param role what it may do, by the words of {@code roles.yaml}
 * @param scopes what a machine's token may hold; empty for people
 */
record DemoAccount(String name, String role, Set<String> scopes) {
    private static final Set<String> ALL_SCOPES =
            Set.of("crosswalk", "records", "pipeline", "stewardship", "audit", "fhir");

    DemoAccount {
        scopes = Set.copyOf(scopes);
    }

    /** The console's users. */
    static List<DemoAccount> people() {
        return List.of(
                person("officer", "officer"),
                person("steward", "steward"),
                person("supervisor", "supervisor"),
                person("auditor", "auditor"),
                person("admin", "admin"),
                person("counsellor-hn", "counsellor"),
                person("counsellor-dn", "counsellor"),
                person("counsellor-ag", "counsellor"));
    }

    /** The clients of the API. */
    static List<DemoAccount> machines() {
        return List.of(
                new DemoAccount("legacy-switchboard", "legacy-switchboard", Set.of("crosswalk", "fhir")),
                new DemoAccount("legacy-hotline", "legacy-hotline", Set.of("crosswalk", "fhir")),
                new DemoAccount("office-script", "officer", ALL_SCOPES),
                new DemoAccount("steward-script", "steward", ALL_SCOPES),
                new DemoAccount("supervisor-script", "supervisor", ALL_SCOPES),
                new DemoAccount("auditor-script", "auditor", ALL_SCOPES),
                new DemoAccount("admin-script", "admin", ALL_SCOPES));
    }

    private static DemoAccount person(String name, String role) {
        return new DemoAccount(name, role, Set.of());
    }
}
