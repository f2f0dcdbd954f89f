package org.unifiedhotline.masterrecords.stewardship;

import java.util.Collection;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.RecordPair;

/** The write side of the table {@code assertion}: what decisions in force say of pairs of records. */
final class SaidTable {
    private final HubDatabase hub;

    SaidTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Whatever the decision says is so, from now on; said again, it keeps its place among what others said. */
    void say(Decision decision) {
        int again = hub.sql()
                .sql("UPDATE assertion SET withdrawn_at = NULL WHERE decision_id = ?")
                .param(decision.id())
                .update();
        if (again == 0) {
            say(decision.id(), decision.same(), decision.different());
        }
    }

    /** A part of what a decision says is so, from now on. */
    void say(long decisionId, List<RecordPair> same, List<RecordPair> different) {
        insert(decisionId, same, "SAME_PERSON");
        insert(decisionId, different, "DIFFERENT_PEOPLE");
    }

    private void insert(long decisionId, List<RecordPair> pairs, String verdict) {
        if (!pairs.isEmpty()) {
            hub.sql()
                    .sql("""
                            INSERT INTO assertion (record_a, record_b, verdict, decision_id)
                            SELECT record_a, record_b, ?, ?
                              FROM unnest(?::bigint[], ?::bigint[]) AS given (record_a, record_b)
                            """)
                    .params(
                            verdict,
                            decisionId,
                            pairs.stream().map(RecordPair::a).toArray(Long[]::new),
                            pairs.stream().map(RecordPair::b).toArray(Long[]::new))
                    .update();
        }
    }

    /** Nothing of what the decision says holds any more. */
    void withdraw(Decision decision) {
        hub.sql()
                .sql("UPDATE assertion SET withdrawn_at = clock_timestamp() WHERE decision_id = ?")
                .param(decision.id())
                .update();
    }

    /** Whose standing decisions say that records of one of these pairs are different people. */
    List<String> authorsOfDifferent(Collection<RecordPair> pairs) {
        return hub.sql()
                .sql("""
                        SELECT DISTINCT author
                          FROM unnest(?::bigint[], ?::bigint[]) AS given (record_a, record_b)
                          JOIN assertion USING (record_a, record_b)
                          JOIN decision USING (decision_id)
                         WHERE withdrawn_at IS NULL AND verdict = 'DIFFERENT_PEOPLE'
                        """)
                .params(
                        pairs.stream().map(RecordPair::a).toArray(Long[]::new),
                        pairs.stream().map(RecordPair::b).toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    /** Whether somebody said since this decision was taken, and did not take back, that records of its pairs are different. */
    boolean isContradictedSince(Decision decision) {
        return hub.sql()
                .sql("""
                        SELECT EXISTS (
                          SELECT FROM unnest(?::bigint[], ?::bigint[]) AS given (record_a, record_b)
                            JOIN assertion USING (record_a, record_b)
                           WHERE withdrawn_at IS NULL AND verdict = 'DIFFERENT_PEOPLE' AND decision_id > ?)
                        """)
                .params(
                        decision.same().stream().map(RecordPair::a).toArray(Long[]::new),
                        decision.same().stream().map(RecordPair::b).toArray(Long[]::new),
                        decision.id())
                .query(Boolean.class)
                .single();
    }
}
