package org.unifiedhotline.faults;

import java.util.List;
import java.util.Random;

/** Freezes the service at a moment at which a batch of changes stands in the hub without having been committed. */
final class OpenBatch {
    private static final int TRIES = 600;

    private OpenBatch() {}

    /**
     * Stops the service (SIGSTOP) between two statements of a transaction that has written source records.
     *
     * @return the server's process that has the transaction, with its number
     */
    static String freeze(World world, Random random) {
        ServiceProcess service = world.service();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Commands.pause(random.nextInt(60));
            service.signal("STOP");
            Commands.pause(15); // what it sent before may still be carried out
            List<String> before = open(world);
            Commands.pause(15);
            List<String> after = open(world);
            before.retainAll(after);
            if (!before.isEmpty()) {
                return before.getFirst();
            }
            service.signal("CONT");
        }
        throw new AssertionError("no batch was met in mid-transaction in " + TRIES + " tries");
    }

    /** Sessions that wait for the service's next statement, holding source records that they have written. */
    static List<String> open(World world) {
        return sessions(world, "'process ' || a.pid || ', transaction ' || a.backend_xid");
    }

    /** The same, told by the ports by which the hub knows their connections. */
    static List<String> ports(World world) {
        return sessions(world, "a.client_port::text");
    }

    private static List<String> sessions(World world, String told) {
        return world.inHub(World.HUB, """
                SELECT %s
                  FROM pg_stat_activity a
                 WHERE a.datname = current_database() AND a.state = 'idle in transaction' AND a.backend_xid IS NOT NULL
                   AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.mode = 'RowExclusiveLock'
                                  AND l.relation = 'source_record'::regclass)""".formatted(told));
    }
}
