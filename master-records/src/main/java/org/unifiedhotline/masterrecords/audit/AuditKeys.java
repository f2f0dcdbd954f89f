package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.unifiedhotline.masterrecords.keys.KeyFile;

/**
 * The two keys of the trail, from files outside the database: {@value #CHAIN} makes the chain's hashes, {@value #SEALING} wraps
 * the entries' data keys. Each holds 64 hexadecimal digits. Whoever has the first can rewrite the trail; whoever has the
 * second, and the database, can read what people looked for.
 */
final class AuditKeys {
    static final String CHAIN = "chain.key";
    static final String SEALING = "sealing.key";

    private final Chain chain;
    private final Seal seal;

    private AuditKeys(Chain chain, Seal seal) {
        this.chain = chain;
        this.seal = seal;
    }

    /**
     * The keys of a folder.
     *
     * @param create whether to make those that are missing
     * @throws IllegalStateException if one is missing or malformed; the message names it
     */
    static AuditKeys in(Path folder, boolean create) {
        return new AuditKeys(
                new Chain(key(folder.resolve(CHAIN), "HmacSHA256", create)),
                new Seal(key(folder.resolve(SEALING), "AES", create)));
    }

    Chain chain() {
        return chain;
    }

    Seal seal() {
        return seal;
    }

    private static SecretKey key(Path file, String algorithm, boolean create) {
        return new SecretKeySpec(KeyFile.read("unified-hotline.audit.folder", file, create), algorithm);
    }
}
