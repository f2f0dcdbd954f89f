package org.unifiedhotline.masterrecords.modelchange;

import java.util.Optional;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** What {@code resolution_state} says of models: the one in force, and the one that the configuration named last. */
final class ConfigurationTable {
    private final HubDatabase hub;

    ConfigurationTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Lets no other instance decide about models until the transaction ends. */
    void lock() {
        hub.sql()
                .sql("SELECT phase FROM resolution_state FOR NO KEY UPDATE")
                .query(String.class)
                .single();
    }

    /** The version that everything is weighed by; empty before the first resolution. */
    Optional<String> inForce() {
        return hub
                .sql()
                .sql("SELECT model FROM resolution_state WHERE model IS NOT NULL")
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    Optional<String> configured() {
        return hub
                .sql()
                .sql("SELECT configured_model FROM resolution_state WHERE configured_model IS NOT NULL")
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    void setConfigured(String version) {
        hub.sql()
                .sql("UPDATE resolution_state SET configured_model = ?")
                .param(version)
                .update();
    }
}
