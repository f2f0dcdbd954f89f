package org.unifiedhotline.integrationroutes.capture;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Offsets and schema histories in the hub's schema {@code capture}. Debezium writes them through its own storage; this reads
 * them before a start, sets them to a mark, and clears them.
 */
public final class CaptureStore {
    private static final String SCHEMA = "capture";
    /** The id of an offset that was set to a mark; Debezium gives ids of its own as soon as it stores one. */
    private static final String MARK = "mark";

    private final JdbcClient hub;
    private final TransactionTemplate transaction;
    private final HubAddress address;

    /** Makes the schema if it is not there. */
    public CaptureStore(DataSource hub, HubAddress address) {
        Flyway.configure()
                .dataSource(hub)
                .schemas(SCHEMA)
                .locations("classpath:db/capture")
                .load()
                .migrate();
        this.hub = JdbcClient.create(hub);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(hub));
        this.address = address;
    }

    /** The right to capture this source; waits while another instance has it. */
    CaptureLease lease(SourceSystem system, Runnable waiting) throws SQLException, InterruptedException {
        return CaptureLease.take(address, system, waiting);
    }

    /** The offset stored last, by Debezium or by {@link #set}; empty if there is none. */
    Optional<StoredOffset> offset(SourceSystem system) {
        return hub.sql("SELECT offset_val FROM " + offsets(system)
                        + " WHERE offset_key = ? AND offset_val IS NOT NULL ORDER BY record_insert_seq DESC LIMIT 1")
                .param(offsetKey(system))
                .query(String.class)
                .optional()
                .map(StoredOffset::ofJson);
    }

    /** Whether nothing was stored since the offset was set to a mark. */
    boolean isAtMark(SourceSystem system) {
        return hub.sql("SELECT count(*) FROM " + offsets(system) + " WHERE id = ?")
                        .param(MARK)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Forgets the offset and the schema history: what was read so far is of no more use. */
    void clear(SourceSystem system) {
        transaction.executeWithoutResult(status -> {
            hub.sql("DELETE FROM " + offsets(system)).update();
            clearHistory(system);
        });
    }

    /** The mark from which a stream shall start that has not started yet. */
    void setMark(SourceSystem system, StoredOffset mark) {
        transaction.executeWithoutResult(status -> {
            hub.sql("DELETE FROM " + offsets(system)).update();
            hub.sql("INSERT INTO " + offsets(system) + " VALUES (?, ?, ?, localtimestamp, 0)")
                    .params(MARK, offsetKey(system), mark.toJson())
                    .update();
        });
    }

    /** Where a stream shall go on from. */
    void set(SourceSystem system, StoredOffset offset) {
        hub.sql("UPDATE " + offsets(system) + " SET offset_val = ? WHERE offset_key = ?")
                .params(offset.toJson(), offsetKey(system))
                .update();
    }

    /** Forgets a schema history that may not have been finished. */
    void clearHistory(SourceSystem system) {
        if (system == SourceSystem.SWITCHBOARD) {
            hub.sql("DELETE FROM " + SCHEMA + ".schema_history_switchboard").update();
        }
    }

    /** Debezium's properties for keeping the offset (and, where needed, the schema history) here. */
    Map<String, String> streamProperties(SourceSystem system, boolean history) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("offset.storage", "io.debezium.storage.jdbc.offset.JdbcOffsetBackingStore");
        storage(properties, "offset.storage.jdbc.", "offset_" + system.code());
        properties.put("offset.flush.interval.ms", "0");
        if (history) {
            properties.put("schema.history.internal", "io.debezium.storage.jdbc.history.JdbcSchemaHistory");
            storage(properties, "schema.history.internal.jdbc.", "schema_history_" + system.code());
        }
        return properties;
    }

    private void storage(Map<String, String> properties, String prefix, String table) {
        properties.put(prefix + "connection.url", address.urlInSchema(SCHEMA));
        properties.put(prefix + "connection.user", address.username());
        properties.put(prefix + "connection.password", address.password());
        properties.put(prefix + "connection.wait.retry.delay.ms", "200");
        properties.put(prefix + "connection.retry.max.attempts", "10");
        properties.put(prefix + "table.name", table);
    }

    private static String offsets(SourceSystem system) {
        return SCHEMA + ".offset_" + system.code();
    }

    /** As Kafka Connect's offset writer forms it, from the engine's name and the source's partition. */
    private static String offsetKey(SourceSystem system) {
        return "[\"" + system.code() + "\",{\"server\":\"" + system.code() + "\"}]";
    }
}
