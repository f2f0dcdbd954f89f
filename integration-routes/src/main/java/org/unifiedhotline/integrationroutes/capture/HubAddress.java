package org.unifiedhotline.integrationroutes.capture;

/**
 * Where the hub's database is, for Debezium, which opens connections of its own.
 *
 * @param jdbcUrl of the hub's database, {@code jdbc:postgresql://host:port/hub}
 */
public record HubAddress(String jdbcUrl, String username, String password) {
    public HubAddress {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the hub is a PostgreSQL database, which this is not: " + jdbcUrl);
        }
    }

    /** The same database with {@code schema} as the place of names that name none. */
    String urlInSchema(String schema) {
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** Names no password. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
