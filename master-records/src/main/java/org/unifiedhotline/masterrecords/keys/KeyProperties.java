package org.unifiedhotline.masterrecords.keys;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the hub's keys ({@code unified-hotline.keys.*}).
 *
 * @param folder holds the keys ({@code encryption-1.key} …, {@code hashing.key}, {@code records.tree}); outside the database and
 *     its backups, readable by the service's user alone. Instances that share a hub share the folder
 * @param encryption key-encryption keys by version, as 64 hexadecimal digits, for who keeps them in the environment instead
 */
@ConfigurationProperties("unified-hotline.keys")
public record KeyProperties(@Nullable Path folder, Map<Integer, String> encryption) {
    public KeyProperties {
        encryption = encryption == null ? Map.of() : Map.copyOf(encryption);
    }

    /**
     * Opens the folder.
     *
     * @param create whether to make what is missing: for a demo
     * @throws KeystoreException if it is not set, or a key is missing or malformed; the message names it
     */
    public Keystore open(boolean create) {
        if (folder == null) {
            throw new KeystoreException(Keystore.SETTING
                    + " is not set: the folder, outside the database, of the keys that the hub is encrypted with");
        }
        return Keystore.open(folder, encryption, create);
    }

    /** Tells the folder, and no key. */
    @Override
    public String toString() {
        return "KeyProperties[" + folder + "]";
    }
}
