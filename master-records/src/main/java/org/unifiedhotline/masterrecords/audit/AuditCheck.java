package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.masterrecords.audit.HeadsFile.Noted;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.bulk.Progress;

/**
 * Looks at every entry of the trail and at every head that was noted outside the database, and names what is not as it was
 * written: an altered entry, one that is missing or was put in, a chain that was rewritten without the key, a tail that was
 * cut off. Changes nothing; the service may go on meanwhile.
 */
public final class AuditCheck {
    private static final int MOST_NAMED = 100;

    private final HubDatabase hub;
    private final AuditTable table;
    private final AuditKeys keys;
    private final Seal seal;
    private final List<HeadsFile> heads;
    private final Progress progress;

    /**
     * A check.
     *
     * @param folder of the keys and of {@code heads.log}
     * @param moreHeads files of heads that other instances wrote elsewhere
     * @throws IllegalStateException if a key is missing or malformed
     */
    public AuditCheck(HubDatabase hub, Path folder, List<Path> moreHeads, Progress progress) {
        this.hub = hub;
        this.table = new AuditTable(hub);
        this.keys = AuditKeys.in(folder, false);
        this.seal = keys.seal(hub);
        this.heads = new ArrayList<>(List.of(new HeadsFile(folder.resolve(AuditConfiguration.HEADS), keys.chain())));
        moreHeads.forEach(file -> heads.add(new HeadsFile(file, keys.chain())));
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param entries how many there are
     * @param headsNoted how many heads outside the database were compared
     * @param complaints what does not hold, the first entry first; at most a hundred are named
     */
    public record Finding(long entries, long headsNoted, List<String> complaints) {
        public Finding {
            complaints = List.copyOf(complaints);
        }
    }

    /** Looks at all of it, as of one moment. */
    public Finding run() {
        // Heads first: what is written meanwhile stands in the trail, but not in what was read of the heads.
        List<String> ofFiles = new ArrayList<>();
        Map<Long, List<String>> expected = new HashMap<>();
        Map<String, Head> byName = new HashMap<>();
        long noted = 0;
        for (HeadsFile file : heads) {
            HeadsFile.Content content = file.read();
            content.broken().forEach(line -> ofFiles.add(file + ", line " + line + ": altered"));
            for (Noted one : content.heads()) {
                String name = file + ", line " + one.line() + " (" + one.at() + ")";
                byName.put(name, one.head());
                expected.computeIfAbsent(one.head().sequence(), sequence -> new ArrayList<>())
                        .add(name);
                noted++;
            }
        }
        long compared = noted;
        return hub.read(() -> {
            Walk walk = new Walk(table.head().sequence(), expected, byName);
            table.every(1, Long.MAX_VALUE, walk::see);
            walk.end();
            walk.complaints.addAll(ofFiles);
            return new Finding(walk.seen, compared, walk.complaints);
        });
    }

    /** One walk along the chain. */
    private final class Walk {
        private final List<String> complaints = new ArrayList<>();
        private final long last;
        private final Map<Long, List<String>> expected;
        private final Map<String, Head> heads;
        private final Set<Long> forgotten = new TreeSet<>();
        private final Set<Long> ordered = new HashSet<>();
        private Head before = Head.NONE;
        private long seen;

        Walk(long last, Map<Long, List<String>> expected, Map<String, Head> heads) {
            this.last = last;
            this.expected = expected;
            this.heads = heads;
        }

        void see(AuditEntry entry) {
            seen++;
            if (seen % 1_000 == 0) {
                progress.at("verify the audit trail", seen, Math.max(seen, last));
            }
            if (entry.sequence() != before.sequence() + 1) {
                complain(
                        between(before.sequence() + 1, entry.sequence() - 1) + ": missing, though later entries stand");
            }
            if (!keys.chain().holds(before.mac(), entry)) {
                complain("entry " + entry.sequence()
                        + ": altered, or not written by the service (its keyed hash does not fit)");
            } else if (isForgotten(entry) && !Forgetting.isOrder(entry)) {
                forgotten.add(entry.sequence());
            } else if (!opens(entry)) {
                complain("entry " + entry.sequence() + ": the key of what is sealed in it was destroyed or changed");
            }
            List<String> noted = expected.remove(entry.sequence());
            if (noted != null) {
                noted.stream()
                        .filter(name -> !entry.head().equals(heads.get(name)))
                        .forEach(name -> complain("entry " + entry.sequence() + ": another than was noted in " + name));
            }
            before = entry.head();
        }

        void end() {
            progress.at("verify the audit trail", seen, Math.max(seen, last));
            forgotten.stream()
                    .filter(sequence -> !ordered.contains(sequence))
                    .forEach(sequence -> complain("entry " + sequence
                            + ": the key of what is sealed in it was destroyed, and no order says so"));
            expected.keySet().stream()
                    .filter(sequence -> sequence > before.sequence())
                    .max(Long::compare)
                    .ifPresent(end -> complain(between(before.sequence() + 1, end) + ": cut off; noted in "
                            + String.join(" and ", expected.getOrDefault(end, List.of()))));
        }

        private boolean isForgotten(AuditEntry entry) {
            byte[] dataKey = entry.dataKey();
            return entry.sealed() != null && (dataKey == null || seal.isForgotten(dataKey));
        }

        private boolean opens(AuditEntry entry) {
            byte[] sealed = entry.sealed();
            byte[] dataKey = entry.dataKey();
            if (sealed == null) {
                return true;
            }
            if (dataKey == null) {
                return false;
            }
            try {
                Map<String, String> details = seal.open(dataKey, sealed);
                if (Forgetting.isOrder(entry)) {
                    Arrays.stream(details.getOrDefault(Forgetting.ENTRIES, "").split(" "))
                            .filter(number -> !number.isEmpty())
                            .map(Long::valueOf)
                            .forEach(ordered::add);
                }
                return true;
            } catch (GeneralSecurityException altered) {
                return false;
            }
        }

        private void complain(String words) {
            if (complaints.size() < MOST_NAMED) {
                complaints.add(words);
            }
        }

        private static String between(long first, long end) {
            return first == end ? "entry " + first : "entries " + first + " to " + end;
        }
    }
}
