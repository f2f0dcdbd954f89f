package org.unifiedhotline.masterrecords.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Takes away what was kept for as long as it is to be kept. */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final HubDatabase hub;
    private final RetentionRules rules;
    private final Clock clock;
    private final Consumer<Map<String, String>> record;

    /**
     * By these rules.
     *
     * @param record is told how many rows of each class went
     */
    public Retention(HubDatabase hub, RetentionRules rules, Clock clock, Consumer<Map<String, String>> record) {
        this.hub = hub;
        this.rules = rules;
        this.clock = clock;
        this.record = record;
    }

    /** How many rows of each class are due now: what {@link #apply} would take. Classes that are kept for ever are absent. */
    public Map<RetentionClass, Long> due() {
        Instant now = clock.instant();
        Map<RetentionClass, Long> due = new EnumMap<>(RetentionClass.class);
        hub.read(() -> {
            for (RetentionClass one : RetentionClass.values()) {
                rules.before(one, now).ifPresent(before -> due.put(one, count(one, before)));
            }
        });
        return due;
    }

    private long count(RetentionClass one, Instant before) {
        return hub.sql()
                .sql("SELECT count(*)" + one.due())
                .param("before", Columns.parameter(before))
                .query(Long.class)
                .single();
    }

    /** Takes what is due, each class in a transaction of its own, and notes that it did; how many rows of each went. */
    public Map<RetentionClass, Long> apply() {
        Instant now = clock.instant();
        Map<RetentionClass, Long> gone = new EnumMap<>(RetentionClass.class);
        for (RetentionClass one : RetentionClass.values()) {
            rules.before(one, now).ifPresent(before -> gone.put(one, hub.write(() -> take(one, before))));
        }
        hub.sql()
                .sql("INSERT INTO retention_run (ran_at, rows_gone) VALUES (?, ?)")
                .params(
                        Columns.parameter(now),
                        gone.values().stream().mapToLong(Long::longValue).sum())
                .update();
        LOG.info("Retention: {}", gone);
        Map<String, String> told = new TreeMap<>();
        gone.forEach((one, rows) -> told.put(one.code(), String.valueOf(rows)));
        record.accept(told);
        return gone;
    }

    private long take(RetentionClass one, Instant before) {
        List<byte[]> texts = new ArrayList<>();
        List<String> columns = one.texts();
        long rows = hub.sql()
                .sql("DELETE" + one.due() + " RETURNING " + (columns.isEmpty() ? "1" : String.join(", ", columns)))
                .param("before", Columns.parameter(before))
                .query((row, number) -> {
                    for (String column : columns) {
                        texts.add(row.getBytes(column));
                    }
                    return number;
                })
                .list()
                .size();
        if (!texts.isEmpty()) {
            new SealedTexts(hub).forget(texts);
        }
        return rows;
    }

    /** Applies once a day, at or after the time of the rules; answers how many rows went. */
    public int applyIfDue() {
        return rules.daily()
                .map(time -> {
                    ZonedDateTime now = clock.instant().atZone(rules.zone());
                    ZonedDateTime today = now.with(time);
                    boolean due = !now.isBefore(today)
                            && hub.sql()
                                    .sql("SELECT NOT EXISTS (SELECT FROM retention_run WHERE ran_at >= ?)")
                                    .param(Columns.parameter(today.toInstant()))
                                    .query(Boolean.class)
                                    .single();
                    return due
                            ? (int) apply().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            : 0;
                })
                .orElse(0);
    }
}
