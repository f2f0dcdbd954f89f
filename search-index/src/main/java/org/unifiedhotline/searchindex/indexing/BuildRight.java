package org.unifiedhotline.searchindex.indexing;

import java.util.Optional;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.HubLock;

/** The right to make the index that an alias leads to, which one instance of the service has at a time. */
public interface BuildRight {

    /** By a lock in the hub, which all instances share. */
    static BuildRight of(HubDatabase hub) {
        // A number of our own among the database's advisory locks; reconciliation has the one before it.
        int building = 0x48554256;
        return alias -> hub.tryLock(building, alias).map(OfHub::new);
    }

    /** Of an index that nobody else knows. */
    static BuildRight ofTheOnlyOne() {
        return alias -> Optional.of(new Held() {
            @Override
            public boolean stands() {
                return true;
            }

            @Override
            public void close() {}
        });
    }

    /** The right, if no other has it. */
    Optional<Held> tryTake(String alias);

    /** That this instance has it. */
    interface Held extends AutoCloseable {
        /** Whether it is still so. */
        boolean stands();

        @Override
        void close();
    }

    /** That this instance has it by the hub's word. */
    record OfHub(HubLock lock) implements Held {
        @Override
        public boolean stands() {
            return lock.isHeld();
        }

        @Override
        public void close() {
            lock.close();
        }
    }
}
