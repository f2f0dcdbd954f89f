package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Neighbourhood.Near;
import org.unifiedhotline.masterrecords.resolution.Neighbourhood.Tie;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Assertion.Verdict;

/** Shows the people that records belong to and whoever stands near them, with the edges and words that they are clustered by. */
public final class Neighbourhoods {
    /** More cannot be read as a graph. */
    public static final int MOST = 40;

    private final HubDatabase hub;
    private final EngineInForce engine;
    private final EdgeTable edges;
    private final AssertionTable assertions;

    public Neighbourhoods(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, model);
        this.edges = new EdgeTable(hub);
        this.assertions = new AssertionTable(hub);
    }

    /**
     * The neighbourhood of records, by number.
     *
     * @param may whether a record may be told of; those that may not are not even counted
     * @throws HubBusyException if nobody is resolved yet
     */
    public Neighbourhood of(Collection<Long> records, Predicate<Long> may) {
        return hub.read(() -> {
            Set<Long> asked = new TreeSet<>(fellows(records));
            Set<Long> all = new LinkedHashSet<>(asked);
            all.addAll(near(asked));
            List<Long> known = all.stream().filter(may).toList();
            Map<Long, Near> shown = read(known.subList(0, Math.min(MOST, known.size())), asked);
            return new Neighbourhood(
                    shown.values().stream()
                            .sorted((one, other) -> one.key().compareTo(other.key()))
                            .toList(),
                    ties(shown),
                    engine.now().linkBits(),
                    Math.max(0, known.size() - MOST));
        });
    }

    /** The neighbourhood of a person; of an id that does not stand, nothing. */
    public Neighbourhood of(MasterId person, Predicate<Long> may) {
        return of(
                hub.sql()
                        .sql("SELECT record_id FROM link WHERE master_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .list(),
                may);
    }

    private List<Long> fellows(Collection<Long> records) {
        return hub.sql()
                .sql("""
                        SELECT fellow.record_id FROM link own JOIN link fellow USING (master_id)
                         WHERE own.record_id = ANY (?)
                        """)
                .param(records.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Those who are tied to them by an edge or a word, the strongest first. */
    private List<Long> near(Set<Long> asked) {
        return hub.sql()
                .sql("""
                        SELECT id FROM (
                          SELECT record_b AS id, bits FROM edge WHERE record_a = ANY (:asked)
                          UNION ALL
                          SELECT record_a, bits FROM edge WHERE record_b = ANY (:asked)
                          UNION ALL
                          SELECT record_b, 0 FROM assertion WHERE record_a = ANY (:asked) AND withdrawn_at IS NULL
                          UNION ALL
                          SELECT record_a, 0 FROM assertion WHERE record_b = ANY (:asked) AND withdrawn_at IS NULL) AS tied
                         WHERE NOT id = ANY (:asked)
                         GROUP BY id ORDER BY max(bits) DESC, id
                        """)
                .param("asked", asked.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private Map<Long, Near> read(List<Long> records, Set<Long> asked) {
        Map<Long, Near> known = new HashMap<>();
        hub.sql()
                .sql("""
                        SELECT record_id, record.source_system, record.source_table, record.local_id, master_id,
                               canonical,\s""" + WrappedKey.COLUMNS + """

                          FROM source_record record JOIN link USING (record_id) LEFT JOIN record_key USING (record_id)
                         WHERE record_id = ANY (?)
                        """)
                .param(records.toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("record_id");
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    String name = null;
                    if (canonical != null) {
                        name = CanonicalJson.read(canonical, PersonRecord.class).names().stream()
                                .findFirst()
                                .map(written -> written.display())
                                .orElse(null);
                    }
                    known.put(
                            id,
                            new Near(Columns.key(row), Columns.masterId(row, "master_id"), name, asked.contains(id)));
                });
        return known;
    }

    private List<Tie> ties(Map<Long, Near> known) {
        Map<RecordPair, Verdict> said = new HashMap<>();
        assertions
                .among(known.keySet())
                .forEach(one -> said.put(RecordPair.of(one.recordA(), one.recordB()), one.verdict()));
        Map<RecordPair, Double> bits = new HashMap<>();
        edges.links(known.keySet(), Double.NEGATIVE_INFINITY)
                .forEach(edge -> bits.put(RecordPair.of(edge.recordA(), edge.recordB()), edge.bits()));
        Set<RecordPair> pairs = new LinkedHashSet<>(bits.keySet());
        pairs.addAll(said.keySet());
        List<Tie> ties = new ArrayList<>();
        for (RecordPair pair : pairs) {
            Near a = known.get(pair.a());
            Near b = known.get(pair.b());
            if (a != null && b != null) {
                ties.add(new Tie(a.key(), b.key(), bits.get(pair), said.get(pair)));
            }
        }
        return ties;
    }
}
