package org.unifiedhotline.masterrecords.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code legal_hold}. */
public final class LegalHolds {
    private static final Text REASON = new Text("legal_hold.reason");
    private static final Text LIFTED = new Text("legal_hold.lift_reason");

    /** A sealed column. */
    private record Text(String column) {
        Place at(long id) {
            return Place.of(column, id);
        }
    }

    private final HubDatabase hub;
    private final SealedTexts texts;
    private final Clock clock;

    public LegalHolds(HubDatabase hub, Clock clock) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
        this.clock = clock;
    }

    /** Until the transaction ends, nobody else sets or lifts a hold: what stands, stands. */
    void hold() {
        hub.sql().sql("LOCK TABLE legal_hold IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Holds these records from now on. */
    public LegalHold set(Collection<Long> records, String author, String reason) {
        return hub.write(() -> {
            long id = hub.sql()
                    .sql("SELECT nextval(pg_get_serial_sequence('legal_hold', 'hold_id'))")
                    .query(Long.class)
                    .single();
            hub.sql()
                    .sql("INSERT INTO legal_hold (hold_id, records, author, reason, set_at) VALUES (?, ?, ?, ?, ?)")
                    .params(id, records.toArray(Long[]::new), author, texts.seal(REASON.at(id), reason, records))
                    .param(Columns.parameter(now()))
                    .update();
            return find(id).orElseThrow();
        });
    }

    /** Holds them no longer; empty if there is no such hold, or it was lifted before. */
    public Optional<LegalHold> lift(long id, String by, String reason) {
        return hub.write(() -> {
            Optional<LegalHold> standing = find(id).filter(hold -> hold.lift() == null);
            standing.ifPresent(hold -> hub.sql()
                    .sql("UPDATE legal_hold SET lifted_by = ?, lifted_at = ?, lift_reason = ? WHERE hold_id = ?")
                    .params(by, Columns.parameter(now()), texts.seal(LIFTED.at(id), reason, hold.records()), id)
                    .update());
            return standing.isPresent() ? find(id) : Optional.empty();
        });
    }

    public Optional<LegalHold> find(long id) {
        return hub.sql()
                .sql("SELECT * FROM legal_hold WHERE hold_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** What holds one of these records, or held it, the latest first. */
    public List<LegalHold> about(Collection<Long> records) {
        return hub.sql()
                .sql("SELECT * FROM legal_hold WHERE records && ? ORDER BY hold_id DESC")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** What holds one of these records now. */
    public List<LegalHold> holding(Collection<Long> records) {
        return about(records).stream().filter(hold -> hold.lift() == null).toList();
    }

    /** Those of these records of whose person, as it is now made up, a hold keeps something. */
    Set<Long> kept(Collection<Long> records) {
        return new HashSet<>(hub.sql()
                .sql("""
                        SELECT record_id FROM unnest(?::bigint[]) AS one (record_id)
                         WHERE EXISTS (SELECT FROM legal_hold
                                        WHERE lifted_at IS NULL
                                          AND (one.record_id = ANY (records)
                                               OR EXISTS (SELECT FROM link AS own JOIN link AS fellow USING (master_id)
                                                           WHERE own.record_id = one.record_id
                                                             AND fellow.record_id = ANY (records))))
                        """)
                .param(records.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /**
     * Forgets why holds were set and lifted that are over, of whom nothing is kept any more.
     *
     * @param held others of whom something is kept: what was said of them too stays
     */
    void forgetReasons(Collection<Long> records, Collection<Long> held) {
        keepReasons(held);
        about(records).stream()
                .filter(hold -> hold.lift() != null && Collections.disjoint(hold.records(), held))
                .forEach(hold -> put(hold.id(), "", ""));
    }

    /** Why holds were set and lifted stays readable though the keys of these records go. */
    void keepReasons(Collection<Long> records) {
        about(records)
                .forEach(hold -> put(
                        hold.id(),
                        hold.reason(),
                        hold.lift() == null ? null : hold.lift().reason()));
    }

    /** Puts texts sealed by keys of their own in the place of what stood there. */
    private void put(long id, String reason, @Nullable String lifted) {
        List<byte[]> before = hub.sql()
                .sql("SELECT reason, lift_reason FROM legal_hold WHERE hold_id = ?")
                .param(id)
                .query((row, number) -> Stream.of(row.getBytes("reason"), row.getBytes("lift_reason"))
                        .filter(Objects::nonNull)
                        .toList())
                .single();
        hub.sql()
                .sql("UPDATE legal_hold SET reason = ?, lift_reason = ? WHERE hold_id = ?")
                .params(
                        texts.seal(REASON.at(id), reason),
                        lifted == null ? null : texts.seal(LIFTED.at(id), lifted),
                        id)
                .update();
        texts.forget(before);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LegalHold read(ResultSet row) throws SQLException {
        long id = row.getLong("hold_id");
        @Nullable String by = row.getString("lifted_by");
        return new LegalHold(
                id,
                List.of((Long[]) row.getArray("records").getArray()),
                row.getString("author"),
                texts.open(REASON.at(id), row.getBytes("reason")).orElse(""),
                Columns.instant(row, "set_at"),
                by == null
                        ? null
                        : new LegalHold.Lift(
                                by,
                                Columns.instant(row, "lifted_at"),
                                texts.open(LIFTED.at(id), row.getBytes("lift_reason"))
                                        .orElse("")));
    }
}
