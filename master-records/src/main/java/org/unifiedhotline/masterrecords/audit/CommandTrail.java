package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Puts on record what an operator's command reads or changes, before it does: beside the service, behind the same chain. The account is
 * {@value #OPERATOR}; who that was on the operating system stands sealed in the entry.
 */
public final class CommandTrail {
    /** Whoever may run commands: not an account of the console. */
    public static final String OPERATOR = "operator";

    private final HubDatabase hub;
    private final AuditKeys keys;
    private final HeadsFile heads;
    private final UUID run = UUID.randomUUID();

    /**
     * A trail for one command.
     *
     * @param folder of the trail's keys and heads
     * @throws IllegalStateException if a key is missing or malformed
     */
    public CommandTrail(HubDatabase hub, Path folder) {
        this.hub = hub;
        this.keys = AuditKeys.in(folder, false);
        this.heads = new HeadsFile(folder.resolve(AuditConfiguration.HEADS), keys.chain());
    }

    /**
     * Durably, or not at all.
     *
     * @param command its name and options, by the words of the program
     * @param details what it was asked; kept sealed
     */
    public void record(AuditKind kind, String command, Map<String, String> details) {
        record(kind, command, List.of(), details);
    }

    /**
     * The same of a command that tells of these people.
     *
     * @param about whom it tells of
     */
    public void record(AuditKind kind, String command, Collection<MasterId> about, Map<String, String> details) {
        Map<String, String> all = new TreeMap<>(details);
        all.put("user", System.getProperty("user.name", ""));
        Instant now = Instant.now();
        AuditEvent event = new AuditEvent(
                now, OPERATOR, List.of(), null, kind, "command " + command, 0, false, List.copyOf(about), all);
        AuditTable table = new AuditTable(hub);
        Head end = hub.write(() -> {
            table.begin();
            return new ChainEnd(table, keys.chain(), keys.seal(hub), run).append(table.head(), List.of(event));
        });
        heads.add(now, end);
    }
}
