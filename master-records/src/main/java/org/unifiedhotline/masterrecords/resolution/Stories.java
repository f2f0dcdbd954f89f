package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.Story.Event;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.explanation.ClusterExplanation;
import org.unifiedhotline.matching.explanation.Language;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.ClusterHistory;

/** Tells how the records of a person came together, from the same edges and assertions that they were clustered by. */
public final class Stories {
    private final HubDatabase hub;
    private final EngineInForce engine;
    private final PersonLoader loader;
    private final EdgeTable edges;
    private final AssertionTable assertions;

    public Stories(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, model);
        this.loader = new PersonLoader(hub);
        this.edges = new EdgeTable(hub);
        this.assertions = new AssertionTable(hub);
    }

    /**
     * The story of a master record that stands; empty for other ids.
     *
     * @throws HubBusyException if nobody is resolved yet, or by another model
     */
    public Optional<Story> of(MasterId id) {
        return hub.read(() -> {
            List<Long> members = members(id);
            return members.isEmpty() ? Optional.empty() : Optional.of(story(id, members, engine.now()));
        });
    }

    private List<Long> members(MasterId id) {
        return hub.sql()
                .sql("SELECT record_id FROM link WHERE master_id = ?")
                .param(id.value())
                .query(Long.class)
                .list();
    }

    private Story story(MasterId id, List<Long> members, MatchEngine inForce) {
        Map<Long, EncodedRecord> records = loader.load(edges.reach(members, inForce.linkBits())).values().stream()
                .map(inForce::encode)
                .collect(Collectors.toMap(EncodedRecord::id, record -> record));
        List<Said> said = assertions.among(records.keySet());
        ClusterHistory history = inForce.history(
                records.values(),
                edges.links(records.keySet(), inForce.linkBits()).stream()
                        .map(edge -> Clustering.engineEdge(edge, records))
                        .toList(),
                Clustering.engineAssertions(said, records),
                new CountedUpdate(hub, inForce).commonness(records.values()));
        Set<String> cluster = members.stream()
                .filter(records::containsKey)
                .map(member -> Clustering.key(records, member))
                .collect(Collectors.toSet());
        return new Story(
                id,
                ClusterExplanation.of(history, cluster, inForce.linkBits(), Language.VIETNAMESE),
                ClusterExplanation.of(history, cluster, inForce.linkBits(), Language.ENGLISH),
                cluster.stream().map(SourceKeys::parse).sorted().toList(),
                events(id));
    }

    private List<Event> events(MasterId id) {
        return hub.sql()
                .sql("""
                        SELECT changed_at, version, change, other_master_id, cardinality(members) AS members,
                               decision_id, author
                          FROM master_record_history LEFT JOIN decision USING (decision_id)
                         WHERE master_id = ? ORDER BY version
                        """)
                .param(id.value())
                .query((row, number) -> new Event(
                        Columns.instant(row, "changed_at"),
                        row.getLong("version"),
                        Kind.valueOf(row.getString("change")),
                        Columns.masterIdOrNull(row, "other_master_id"),
                        row.getInt("members"),
                        row.getObject("decision_id", Long.class),
                        row.getString("author")))
                .list();
    }
}
