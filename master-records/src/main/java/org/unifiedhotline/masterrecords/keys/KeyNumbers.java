package org.unifiedhotline.masterrecords.keys;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Hands out numbers of the key tree, each once: the database gives blocks of 256, of which what is left is lost at a stop. A hub that was
 * set back to a backup gives numbers again; those whose secrets were destroyed meanwhile are left out.
 */
final class KeyNumbers {
    private static final int BLOCK = 256;

    private final HubDatabase hub;
    private final Keystore keystore;
    private long next;
    private long end;

    KeyNumbers(HubDatabase hub, Keystore keystore) {
        this.hub = hub;
        this.keystore = keystore;
    }

    synchronized List<Long> take(int count) {
        List<Long> numbers = new ArrayList<>(count);
        while (numbers.size() < count) {
            if (next == end) {
                next = hub.sql()
                                .sql("SELECT nextval('record_key_block')")
                                .query(Long.class)
                                .single()
                        * BLOCK;
                end = next + BLOCK;
            }
            if (!keystore.isDestroyed(next)) {
                numbers.add(next);
            }
            next++;
        }
        return numbers;
    }
}
