package org.unifiedhotline.masterrecords.stewardship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code decision}. */
final class DecisionTable {
    private static final int REASONS_LOOKED_AT = 200;

    private final HubDatabase hub;
    private final SealedTexts texts;

    DecisionTable(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    private static final String LATEST = """
            SELECT * FROM %s
             WHERE (:state::text IS NULL OR state = :state) AND (:before::bigint IS NULL OR decision_id < :before)
             ORDER BY decision_id DESC LIMIT :limit
            """;

    private static final String SPEAKING = """
            WITH RECURSIVE speaking AS (
              SELECT * FROM decision
               WHERE same_pairs && :records OR different_pairs && :records OR pin_record = ANY (:records)
                     OR about && :records
              UNION ALL
              SELECT next.* FROM speaking JOIN decision next ON next.undoes = speaking.decision_id)
            """;

    /** What this author gave as reasons last, each once, the latest first. */
    List<String> lastReasons(String author, int limit) {
        List<Sealed> given = hub.sql()
                .sql("""
                        SELECT id, reason, noted FROM (
                          (SELECT decision_id AS id, reason, false AS noted, decided_at AS at FROM decision
                            WHERE author = :author AND kind <> 'UNDO' ORDER BY decided_at DESC LIMIT :most)
                          UNION ALL
                          (SELECT note_id, words, true, noted_at FROM review_note
                            WHERE author = :author AND act = 'DEFER' ORDER BY noted_at DESC LIMIT :most)) AS given
                         ORDER BY at DESC
                        """)
                .param("author", author)
                .param("most", REASONS_LOOKED_AT)
                .query((row, number) -> new Sealed(
                        row.getBoolean("noted") ? TaskTable.noted(row.getLong("id")) : reasoned(row.getLong("id")),
                        row.getBytes("reason")))
                .list();
        return texts.open(given).stream()
                .flatMap(Optional::stream)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Whom a decision speaks of: by their keys together its reason is sealed. */
    private Set<Long> about(DecisionContent decision) {
        Set<Long> records = decision.records();
        return records.isEmpty() && decision.undoes() != null
                ? find(decision.undoes()).map(undone -> about(undone.content())).orElse(records)
                : records;
    }

    private static Place reasoned(long id) {
        return Place.of("decision.reason", id);
    }

    Decision insert(DecisionContent decision) {
        long id = texts.next("decision", "decision_id");
        return one(hub.sql()
                .sql("""
                        INSERT INTO decision (decision_id, kind, state, author, reason, decided_at, model, risks, task_id, undoes,
                                              same_pairs, different_pairs, pin_attribute, pin_record, about)
                        VALUES (:id, :kind, :state, :author, :reason, :now, :model, :risks, :task, :undoes, :same, :different,
                                :attribute, :record, :about)
                        RETURNING *
                        """)
                .param("id", id)
                .param("kind", decision.kind().name())
                .param("state", decision.firstState().name())
                .param("author", decision.author())
                .param("reason", texts.seal(reasoned(id), decision.reason(), about(decision)))
                .param("now", Columns.parameter(decision.decidedAt()))
                .param("model", decision.model())
                .param("risks", decision.risks().stream().map(Risk::name).toArray(String[]::new))
                .param("task", decision.taskId())
                .param("undoes", decision.undoes())
                .param("same", flat(decision.same()))
                .param("different", flat(decision.different()))
                .param(
                        "attribute",
                        decision.pin() == null
                                ? null
                                : decision.pin().attribute().name())
                .param("record", decision.pin() == null ? null : decision.pin().recordId())
                .param("about", decision.about().toArray(Long[]::new))
                .query((row, number) -> read(row))
                .single());
    }

    Optional<Decision> find(long id) {
        return hub.sql()
                .sql("SELECT * FROM decision WHERE decision_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional()
                .map(this::one);
    }

    /** The decision that an undo takes back. */
    Decision undoneBy(Decision undo) {
        return find(Objects.requireNonNull(undo.undoes())).orElseThrow();
    }

    /** The decision that a chain of undos is about; any other itself. */
    Decision root(Decision decision) {
        Decision at = decision;
        while (at.kind() == DecisionKind.UNDO) {
            at = undoneBy(at);
        }
        return at;
    }

    /**
     * The latest first.
     *
     * @param about only those that speak of one of these records, and what takes those back; null for all
     */
    List<Decision> list(@Nullable DecisionState state, @Nullable List<Long> about, @Nullable Long before, int limit) {
        return opened(hub.sql()
                .sql(about == null ? LATEST.formatted("decision") : SPEAKING + LATEST.formatted("speaking"))
                .param("records", about == null ? new Long[0] : about.toArray(Long[]::new))
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list());
    }

    /** How many speak of one of these records, and take those back. */
    long count(List<Long> about) {
        return hub.sql()
                .sql(SPEAKING + "SELECT count(DISTINCT decision_id) FROM speaking")
                .param("records", about.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    Decision settle(long id, DecisionState state, @Nullable Long by) {
        return one(hub.sql()
                .sql("UPDATE decision SET state = ?, settled_by = ? WHERE decision_id = ? RETURNING *")
                .params(Arrays.asList(state.name(), by, id))
                .query((row, number) -> read(row))
                .single());
    }

    Decision approve(long id, String by, Instant now) {
        return one(hub.sql()
                .sql("""
                        UPDATE decision SET state = 'IN_FORCE', approved_by = ?, approved_at = ?
                         WHERE decision_id = ? RETURNING *
                        """)
                .params(by, Columns.parameter(now), id)
                .query((row, number) -> read(row))
                .single());
    }

    /** What waits speaks of these from now on; the decision as it stands then. */
    Decision speakOf(Decision decision, Joined joined) {
        Set<RecordPair> same = Set.copyOf(joined.same());
        Set<RecordPair> different = Set.copyOf(joined.different());
        boolean asBefore =
                same.equals(Set.copyOf(decision.same())) && different.equals(Set.copyOf(decision.different()));
        return asBefore
                ? decision
                : one(hub.sql()
                        .sql("""
                                UPDATE decision SET same_pairs = ?, different_pairs = ? WHERE decision_id = ? RETURNING *
                                """)
                        .params(flat(joined.same()), flat(joined.different()), decision.id())
                        .query((row, number) -> read(row))
                        .single());
    }

    /** What waits is about these records from now on; the decision as it stands then. */
    Decision speakOf(Decision decision, List<Long> about) {
        return one(hub.sql()
                .sql("UPDATE decision SET about = ? WHERE decision_id = ? RETURNING *")
                .params(about.toArray(Long[]::new), decision.id())
                .query((row, number) -> read(row))
                .single());
    }

    /** Whether processing of one of these records is restricted. */
    boolean restricts(Collection<Long> records) {
        return hub.sql()
                .sql(
                        "SELECT EXISTS (SELECT FROM decision WHERE kind = 'RESTRICT' AND state = 'IN_FORCE' AND about && ?)")
                .param(records.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** What waits carries these risks too from now on; the decision as it stands then. */
    Decision carry(Decision decision, Collection<Risk> present) {
        if (decision.risks().containsAll(present)) {
            return decision;
        }
        Set<Risk> all = EnumSet.copyOf(present);
        all.addAll(decision.risks());
        return one(hub.sql()
                .sql("UPDATE decision SET risks = ? WHERE decision_id = ? RETURNING *")
                .params(all.stream().map(Risk::name).toArray(String[]::new), decision.id())
                .query((row, number) -> read(row))
                .single());
    }

    /** Says which decision changed these master records in this moment. */
    void tellCause(long id, Collection<MasterId> masters, Instant now) {
        hub.sql()
                .sql("""
                        UPDATE master_record_history SET decision_id = ?
                         WHERE master_id = ANY (?::text[]::uuid[]) AND changed_at = ?
                        """)
                .params(id, masters.stream().map(MasterId::toString).toArray(String[]::new), Columns.parameter(now))
                .update();
    }

    private static Long[] flat(List<RecordPair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).toArray(Long[]::new);
    }

    private static List<RecordPair> pairs(ResultSet row, String column) throws SQLException {
        Long[] flat = (Long[]) row.getArray(column).getArray();
        List<RecordPair> pairs = new ArrayList<>(flat.length / 2);
        for (int at = 0; at < flat.length; at += 2) {
            pairs.add(new RecordPair(flat[at], flat[at + 1]));
        }
        return pairs;
    }

    private static Decision.@Nullable Pin pin(ResultSet row) throws SQLException {
        String attribute = row.getString("pin_attribute");
        return attribute == null ? null : new Decision.Pin(Attribute.valueOf(attribute), row.getLong("pin_record"));
    }

    /** A decision whose reason is not opened yet. */
    private record Unread(Decision decision, Sealed reason) {}

    private Decision one(Unread unread) {
        return opened(List.of(unread)).getFirst();
    }

    private List<Decision> opened(List<Unread> unread) {
        List<Optional<String>> reasons =
                texts.open(unread.stream().map(Unread::reason).toList());
        List<Decision> decisions = new ArrayList<>(unread.size());
        for (int at = 0; at < unread.size(); at++) {
            decisions.add(unread.get(at).decision().because(reasons.get(at).orElse("")));
        }
        return decisions;
    }

    private static Unread read(ResultSet row) throws SQLException {
        long id = row.getLong("decision_id");
        return new Unread(decision(row, id), new Sealed(reasoned(id), row.getBytes("reason")));
    }

    private static Decision decision(ResultSet row, long id) throws SQLException {
        String approver = row.getString("approved_by");
        return new Decision(
                id,
                DecisionState.valueOf(row.getString("state")),
                new DecisionContent(
                        DecisionKind.valueOf(row.getString("kind")),
                        row.getString("author"),
                        "",
                        Columns.instant(row, "decided_at"),
                        row.getString("model"),
                        Arrays.stream((String[]) row.getArray("risks").getArray())
                                .map(Risk::valueOf)
                                .toList(),
                        row.getObject("task_id", Long.class),
                        row.getObject("undoes", Long.class),
                        pairs(row, "same_pairs"),
                        pairs(row, "different_pairs"),
                        pin(row),
                        List.of((Long[]) row.getArray("about").getArray())),
                approver == null ? null : new Decision.Approval(approver, Columns.instant(row, "approved_at")),
                row.getObject("settled_by", Long.class));
    }
}
