package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;

/**
 * Renews the key that wraps the data keys of the trail's entries, while the service runs. Data keys stay what they are, so neither what
 * is sealed nor the chain changes; they are put in the place of what they were wrapped as by a function of the table's owner that can do
 * nothing else ({@code audit.rewrap} in config/hub/audit.sql). If it is broken off, it goes on where it was.
 */
public final class SealingRotation {
    private static final int PORTION = 2_000;
    /** Instances look for a new key once a second: after so long all wrap by it. */
    private static final long SETTLED_MILLIS = 3_000;

    private final HubDatabase hub;
    private final SealingKeys keys;
    private final Seal seal;

    /**
     * A rotation.
     *
     * @param folder of the trail's keys
     */
    public SealingRotation(HubDatabase hub, Path folder) {
        AuditKeys known = AuditKeys.in(folder, false);
        this.hub = hub;
        this.keys = known.sealing();
        this.seal = known.seal(hub);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Entry(long sequence, byte[] dataKey) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Renewed(long sequence, byte[] before, byte[] after) {}

    /** Whether the hub's owner of the trail lets keys be wrapped anew: the DBA ran the audit.sql that says so. */
    public boolean isAllowed() {
        return hub.sql()
                .sql("SELECT to_regprocedure('audit.rewrap(bigint[], bytea[], bytea[])') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    /** Makes a new key; what is wrapped from now on is wrapped by it. The name of its file. */
    public String makeKey() {
        Path made = keys.make();
        try {
            Thread.sleep(SETTLED_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return String.valueOf(made.getFileName());
    }

    /**
     * What was done.
     *
     * @param wrapped how many data keys were wrapped anew
     * @param unopened entries whose data key no key opens; {@code verify-audit} names them
     * @param unused names of files of keys that wrap nothing any more
     */
    public record Outcome(long wrapped, long unopened, List<String> unused) {
        public Outcome {
            unused = List.copyOf(unused);
        }
    }

    /** Wraps all that is wrapped by older keys by the newest. */
    public Outcome run(LongConsumer progress) {
        long wrapped = 0;
        long unopened = 0;
        long last = 0;
        List<Entry> portion = entriesAfter(last);
        while (!portion.isEmpty()) {
            List<Renewed> renewed = new ArrayList<>();
            for (Entry entry : portion) {
                try {
                    seal.wrappedAnew(entry.dataKey())
                            .ifPresent(after -> renewed.add(new Renewed(entry.sequence(), entry.dataKey(), after)));
                } catch (GeneralSecurityException altered) {
                    unopened++;
                }
            }
            write(renewed);
            wrapped += renewed.size();
            progress.accept(portion.size());
            last = portion.getLast().sequence();
            portion = entriesAfter(last);
        }
        List<String> unused = unopened > 0
                ? List.of()
                : keys.olderFiles().stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .toList();
        return new Outcome(wrapped, unopened, unused);
    }

    private List<Entry> entriesAfter(long sequence) {
        return hub.sql()
                .sql("SELECT sequence, data_key FROM audit.entry WHERE sequence > ? AND data_key IS NOT NULL"
                        + " ORDER BY sequence LIMIT ?")
                .params(sequence, PORTION)
                .query((row, number) -> new Entry(row.getLong("sequence"), row.getBytes("data_key")))
                .list();
    }

    private void write(List<Renewed> renewed) {
        if (!renewed.isEmpty()) {
            hub.sql()
                    .sql("SELECT audit.rewrap(?, ?, ?)")
                    .params(Rows.of(renewed)
                            .longs(Renewed::sequence)
                            .bytes(Renewed::before)
                            .bytes(Renewed::after)
                            .parameters())
                    .query(Integer.class)
                    .single();
        }
    }
}
