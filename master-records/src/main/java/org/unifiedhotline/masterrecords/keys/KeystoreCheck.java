package org.unifiedhotline.masterrecords.keys;

import java.util.HashMap;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * The table {@code key_fingerprint}: makes sure at start that a hub and its keys belong together, before anything is written that
 * nobody could read, and finishes what was to be destroyed.
 */
public final class KeystoreCheck {
    private final HubDatabase hub;

    public KeystoreCheck(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * Holds the keys against the hub's fingerprints; keys that the hub does not know yet become known.
     *
     * @throws KeystoreException if one is another than the hub was encrypted with, or missing; the message names it
     */
    public void require() {
        Keystore keystore = hub.keys().keystore();
        Map<String, String> known = new HashMap<>();
        hub.sql().sql("SELECT name, fingerprint FROM key_fingerprint").query(row -> {
            known.put(row.getString("name"), row.getString("fingerprint"));
        });
        Map<String, String> present = keystore.fingerprints();
        present.forEach((name, fingerprint) -> {
            String expected = known.get(name);
            if (expected == null) {
                note(name, fingerprint);
            } else if (!expected.equals(fingerprint)) {
                throw new KeystoreException(Keystore.SETTING + ": "
                        + keystore.folder().resolve(name) + " is not the one that this hub was encrypted with");
            }
        });
        hub.sql()
                .sql("SELECT DISTINCT version FROM record_key")
                .query(Integer.class)
                .list()
                .forEach(version -> {
                    String name = Keystore.encryptionFile(keystore.folder(), version)
                            .getFileName()
                            .toString();
                    if (!present.containsKey(name)) {
                        throw new KeystoreException(Keystore.SETTING + ": the hub holds data wrapped by "
                                + keystore.folder().resolve(name) + ", which is missing");
                    }
                });
        hub.keys().finishDestroying();
    }

    private void note(String name, String fingerprint) {
        hub.sql()
                .sql("INSERT INTO key_fingerprint (name, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(name, fingerprint)
                .update();
    }
}
