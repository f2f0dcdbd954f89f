package org.unifiedhotline.integrationroutes.capture;

/**
 * Where the hub's database is, for Debezium, which opens connections of its own.
 *
 * @param jdbcUrl of the hub's database, {@code jdbc:postgresql://host:port/hub}
 */
public record HubAddress(String jdbcUrl, String username, String password) {
    /**
     * Debezium reads its schema history and leaves that transaction open for as long as capture runs, which would keep PostgreSQL from
     * clearing up rows that were replaced or deleted anywhere in the hub. The server ends it; Debezium connects anew when it
     * has more to write.
     */
    private static final String NO_TRANSACTION_STAYS_OPEN = "-c%20idle_in_transaction_session_timeout=5000";

    public HubAddress {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the hub is a PostgreSQL database, which this is not: " + jdbcUrl);
        }
    }

    /** The same database for Debezium's own tables, with {@code schema} as the place of names that name none. */
    String urlInSchema(String schema) {
        String options = jdbcUrl.replaceFirst("([?&]options=)", "$1" + NO_TRANSACTION_STAYS_OPEN + "%20");
        String url = jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "options=" + NO_TRANSACTION_STAYS_OPEN;
        return (options.equals(jdbcUrl) ? url : options) + "&currentSchema=" + schema;
    }

    /** Names no password. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
