package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.KeyFile;

/**
 * The two keys of the trail, from files outside the database: {@value #CHAIN} makes the chain's hashes, those of {@link SealingKeys} wrap
 * the entries' data keys, together with secrets of the key tree. Each holds 64 hexadecimal digits. Whoever has the first can rewrite the trail; whoever has the
 * second, and the database, can read what people looked for.
 */
final class AuditKeys {
    static final String CHAIN = "chain.key";

    private final Chain chain;
    private final SealingKeys sealing;

    private AuditKeys(Chain chain, SealingKeys sealing) {
        this.chain = chain;
        this.sealing = sealing;
    }

    /**
     * The keys of a folder.
     *
     * @param create whether to make those that are missing
     * @throws IllegalStateException if one is missing or malformed; the message names it
     */
    static AuditKeys in(Path folder, boolean create) {
        return new AuditKeys(
                new Chain(key(folder.resolve(CHAIN), "HmacSHA256", create)), SealingKeys.in(folder, create));
    }

    Chain chain() {
        return chain;
    }

    SealingKeys sealing() {
        return sealing;
    }

    /** What seals entries, with numbers of the tree taken by this hub's connection. */
    Seal seal(HubDatabase hub) {
        return new Seal(sealing, hub.keys());
    }

    private static SecretKey key(Path file, String algorithm, boolean create) {
        return new SecretKeySpec(KeyFile.read("unified-hotline.audit.folder", file, create), algorithm);
    }
}
