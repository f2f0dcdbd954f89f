package org.unifiedhotline.masterrecords.erasurelist;

import java.nio.file.Path;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.AgencyHash;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Which records were erased: the table {@code erased_record} and the file outside, which are kept the same. */
public final class ErasureList {
    private static final int LOOKED_AT_ONCE = 10_000;

    private final HubDatabase hub;
    private final @Nullable ErasureFile file;
    private final Set<String> marks = ConcurrentHashMap.newKeySet();
    private final Set<String> traces = ConcurrentHashMap.newKeySet();
    private final ErasedRows rows;
    private volatile long known;

    private ErasureList(HubDatabase hub, @Nullable ErasureFile file) {
        this.hub = hub;
        this.file = file;
        this.rows = new ErasedRows(
                this::contains,
                this::isSpared,
                name -> AgencyHash.inPlaceOf(name, hub.keys().hashes()));
    }

    /**
     * A list that is empty and stays so: for a hub that nobody's data are erased from.
     *
     * @throws IllegalStateException if somebody's were: without the list outside they would come back
     */
    public static ErasureList none(HubDatabase hub) {
        ErasureList none = new ErasureList(hub, null);
        none.requireNobody();
        return none;
    }

    private void requireNobody() {
        boolean erased = hub.sql()
                .sql("SELECT EXISTS (SELECT FROM erased_record)")
                .query(Boolean.class)
                .single();
        if (erased) {
            throw new IllegalStateException(
                    "people were erased from this hub: unified-hotline.audit.folder must name the folder with erasure.key and"
                            + " erasures.log, or their sources would bring them back");
        }
    }

    /**
     * The list of a hub whose file stands in this folder.
     *
     * @throws IllegalStateException if people were erased and the list's key is missing, or its file was altered
     */
    public static ErasureList in(HubDatabase hub, Path folder) {
        long erased = hub.sql()
                .sql("SELECT count(*) FROM erased_record")
                .query(Long.class)
                .single();
        ErasureList list = new ErasureList(hub, new ErasureFile(folder, erased == 0));
        list.load();
        return list;
    }

    private void load() {
        if (file != null) {
            known = count();
            Set<String> inside = inHub();
            file.read(this::take);
            inside.removeAll(marks);
            marks.addAll(inside);
            if (!inside.isEmpty()) {
                file.add(inside, Instant.now());
            }
        }
    }

    private void take(String mark) {
        (ErasureFile.isTrace(mark) ? traces : marks).add(mark);
    }

    /**
     * Takes in whom other instances and processes erased, with the traces of it, since this list was read. To be asked within whatever
     * keeps erasures away, and anew for each portion of work. What an erasure listed that came to nothing afterwards is taken in too: rather
     * erased once more than forgotten.
     */
    public void renew() {
        if (file == null) {
            requireNobody();
            return;
        }
        long erased = count();
        boolean more = erased != known;
        if (more || file.hasChanged()) {
            file.read(this::take);
        }
        if (more) {
            marks.addAll(inHub());
            known = erased;
        }
    }

    private Set<String> inHub() {
        return new HashSet<>(hub.sql()
                .sql("SELECT mark FROM erased_record")
                .query(String.class)
                .list());
    }

    private long count() {
        return hub.sql()
                .sql("SELECT count(*) FROM erased_record")
                .query(Long.class)
                .single();
    }

    /** Whether anybody can be erased: whether there is a place outside the hub to remember it. */
    public boolean isKept() {
        return file != null;
    }

    /** Whether a record was erased. */
    public boolean contains(SourceRecordKey key) {
        return file != null && !marks.isEmpty() && marks.contains(file.markOf(key));
    }

    /** Whether this is a trace of somebody who was erased. */
    public boolean isTrace(String form) {
        return file != null && !traces.isEmpty() && traces.contains(file.markOf(form));
    }

    /** Lists traces of who is erased: what people typed about them comes back with a backup as well. Outside the hub alone. */
    public void addTraces(Collection<String> forms) {
        if (file != null) {
            List<String> added =
                    forms.stream().map(file::markOf).filter(traces::add).toList();
            if (!added.isEmpty()) {
                file.add(added, Instant.now());
            }
        }
    }

    /** Lists records that stay as they are though they name erased ones, until they are listed themselves. Outside the hub alone. */
    public void spare(Collection<SourceRecordKey> keys) {
        addTraces(keys.stream().map(ErasureList::sparing).toList());
    }

    private boolean isSpared(SourceRecordKey key) {
        return isTrace(sparing(key));
    }

    private static String sparing(SourceRecordKey key) {
        return "spared " + key;
    }

    /** A row as it may be kept. */
    public SourceRow kept(SourceRecordKey key, SourceRow row) {
        return marks.isEmpty() ? row : rows.of(key, row);
    }

    /**
     * Changes as they may be kept, within the transaction that takes them in. Rows that belong to the list by what they name are
     * listed.
     */
    public List<SourceChange> kept(List<SourceChange> changes) {
        renew();
        if (marks.isEmpty()) {
            return changes;
        }
        Set<SourceRecordKey> found = new LinkedHashSet<>();
        List<SourceChange> kept = rows.of(changes, found);
        add(found, null, Map.of());
        noteCaptured(changes);
        return kept;
    }

    /** What the list outside told of and the hub had never seen, or not since it was set back, is captured now. */
    private void noteCaptured(List<SourceChange> changes) {
        List<SourceRecordKey> listed = changes.stream()
                .map(SourceChange::keyOrNull)
                .filter(key -> key != null && contains(key))
                .distinct()
                .toList();
        insert(listed, null, Map.of());
    }

    /**
     * Lists records, within the transaction that erases them: on the disk outside first, so that a crash in between erases once more
     * rather than forgets.
     *
     * @param erasure the erasure's number; null if it was none of its own
     * @param owners whose records they were, of those that are people's own
     * @throws IllegalStateException if there is no list outside
     */
    public void add(Collection<SourceRecordKey> keys, @Nullable Long erasure, Map<SourceRecordKey, MasterId> owners) {
        if (keys.isEmpty()) {
            return;
        }
        if (file == null) {
            throw new IllegalStateException("there is no list of erased records outside the hub");
        }
        List<String> added = keys.stream()
                .map(file::markOf)
                .filter(mark -> !marks.contains(mark))
                .toList();
        if (!added.isEmpty()) {
            file.add(added, Instant.now());
            marks.addAll(added);
        }
        insert(keys, erasure, owners);
    }

    private void insert(
            Collection<SourceRecordKey> keys, @Nullable Long erasure, Map<SourceRecordKey, MasterId> owners) {
        if (keys.isEmpty() || file == null) {
            return;
        }
        ErasureFile list = file;
        hub.sql()
                .sql("""
                        INSERT INTO erased_record AS listed (record_id, mark, master_id, erasure_id)
                        SELECT record_id, mark, master_id::uuid, :erasure
                          FROM unnest(:ids, :marks, :owners) AS given (record_id, mark, master_id)
                        ON CONFLICT (record_id) DO UPDATE
                           SET erasure_id = coalesce(listed.erasure_id, excluded.erasure_id),
                               master_id = coalesce(listed.master_id, excluded.master_id)
                        """)
                .param("erasure", erasure, Types.BIGINT)
                .param("ids", keys.stream().map(SourceRecordId::of).toArray(Long[]::new))
                .param("marks", keys.stream().map(list::markOf).toArray(String[]::new))
                .param(
                        "owners",
                        keys.stream()
                                .map(key -> owners.containsKey(key) ? String.valueOf(owners.get(key)) : null)
                                .toArray(String[]::new))
                .update();
    }

    /**
     * The records of the hub that the list outside names and the hub does not know to be erased: it was set back to a backup. Looks
     * through all records only if there can be any.
     */
    public List<SourceRecordKey> returned() {
        if (file == null || marks.isEmpty()) {
            return List.of();
        }
        Set<String> unknown = new HashSet<>(marks);
        unknown.removeAll(inHub());
        return unknown.isEmpty() ? List.of() : withMarks(unknown);
    }

    private List<SourceRecordKey> withMarks(Set<String> wanted) {
        List<SourceRecordKey> found = new ArrayList<>();
        ErasureFile list = Objects.requireNonNull(file);
        long after = Long.MIN_VALUE;
        List<Known> page;
        do {
            page = hub.sql()
                    .sql("""
                            SELECT record_id, source_system, source_table, local_id FROM source_record
                             WHERE record_id > ? ORDER BY record_id LIMIT ?
                            """)
                    .params(after, LOOKED_AT_ONCE)
                    .query((row, number) -> new Known(row.getLong("record_id"), Columns.key(row)))
                    .list();
            page.stream()
                    .map(Known::key)
                    .filter(key -> wanted.contains(list.markOf(key)))
                    .forEach(found::add);
            after = page.isEmpty() ? after : page.getLast().recordId();
        } while (page.size() == LOOKED_AT_ONCE);
        return found;
    }

    private record Known(long recordId, SourceRecordKey key) {}
}
