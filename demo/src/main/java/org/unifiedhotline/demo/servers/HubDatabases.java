package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the hub's DBA does: the service's account, and the audit trail that this account may only append to. */
public final class HubDatabases {
    /** The service's account, name and password; it owns its database and is nothing more. */
    public static final String SERVICE = "hub";

    private static final String AUDIT = "/hub/audit.sql";

    private HubDatabases() {}

    /** Makes the account if it is not there. */
    public static void createAccount(PostgresServer server) {
        server.run("postgres", """
                DO $$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub') THEN
                    CREATE ROLE hub LOGIN PASSWORD 'hub';
                  END IF;
                END $$""");
    }

    /** Runs {@code config/hub/audit.sql}; harmless where it ran before. */
    public static void addAuditTrail(PostgresServer server, String database) {
        try (InputStream script = HubDatabases.class.getResourceAsStream(AUDIT)) {
            if (script == null) {
                throw new ServerException(AUDIT + " is missing from the demo room's class path");
            }
            server.run(database, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
