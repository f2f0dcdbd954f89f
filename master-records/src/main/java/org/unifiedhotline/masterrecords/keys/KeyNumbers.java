package org.unifiedhotline.masterrecords.keys;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Hands out numbers of the key tree, each once: the database gives blocks of 256, of which what is left is lost at a stop. */
final class KeyNumbers {
    private static final int BLOCK = 256;

    private final HubDatabase hub;
    private long next;
    private long end;

    KeyNumbers(HubDatabase hub) {
        this.hub = hub;
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
            numbers.add(next++);
        }
        return numbers;
    }
}
