package org.unifiedhotline.demo.launch;

import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.PostgresServer;

/** The hub's database as an operator makes it, and a reader who may look at all of it, which only the demo has. */
final class Hub {
    static final String DATABASE = "hub";
    /** The service's account, name and password; it owns the database. */
    static final String OWNER = HubDatabases.SERVICE;

    private static final String READER = "hub_reader";

    private Hub() {}

    /** The audit trail, also in a hub of an earlier version. */
    static void prepare(PostgresServer server) {
        HubDatabases.addAuditTrail(server, DATABASE);
    }

    static void create(PostgresServer server) {
        server.run(
                "postgres",
                "DROP DATABASE IF EXISTS " + DATABASE,
                "DROP ROLE IF EXISTS " + OWNER,
                "DROP ROLE IF EXISTS " + READER,
                "CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'",
                "CREATE DATABASE " + DATABASE + " OWNER " + OWNER,
                "CREATE ROLE " + READER + " LOGIN PASSWORD '" + READER + "' IN ROLE pg_read_all_data");
    }
}
