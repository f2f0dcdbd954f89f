package org.unifiedhotline.masterrecords.audit;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Makes sure that the trail is there and that the service's account may append to it and read it, and nothing else. */
final class AuditRights {
    private static final String SCRIPT = "; the DBA runs config/hub/audit.sql in the hub's database, as a superuser";

    private final HubDatabase hub;

    AuditRights(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * Checks.
     *
     * @throws IllegalStateException naming what is missing or too much
     */
    void require() {
        hub.read(() -> {
            if (!is("to_regclass('audit.entry') IS NOT NULL")) {
                throw new IllegalStateException("the hub has no audit trail (table audit.entry)" + SCRIPT);
            }
            List<String> wrong = new ArrayList<>();
            for (String right : List.of("INSERT", "SELECT")) {
                if (!may(right)) {
                    wrong.add("may not " + right);
                }
            }
            for (String right : List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER")) {
                if (may(right)) {
                    wrong.add("may " + right);
                }
            }
            if (is("pg_has_role(current_user, relowner, 'MEMBER') FROM pg_class WHERE oid = 'audit.entry'::regclass")) {
                wrong.add("owns it, or is a superuser");
            }
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(
                        "the service's account (spring.datasource.username) must be able to append to"
                                + " audit.entry and to read it, and nothing else, but it " + String.join(", ", wrong)
                                + SCRIPT);
            }
        });
    }

    private boolean may(String right) {
        return is("has_table_privilege('audit.entry', '" + right + "')");
    }

    private boolean is(String condition) {
        return hub.sql().sql("SELECT " + condition).query(Boolean.class).single();
    }
}
