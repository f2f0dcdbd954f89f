package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.Relation;

/** Why two records are thought to be one person or two, as they stand now. */
public final class Evidence {
    private final HubDatabase hub;
    private final EngineInForce engine;
    private final PersonLoader loader;

    public Evidence(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, model);
        this.loader = new PersonLoader(hub);
    }

    /**
     * The weight at and above which a pair links now.
     *
     * @throws HubBusyException if nobody is resolved yet
     */
    public double linkBits() {
        return engine.now().linkBits();
    }

    /** The version of the model that weighs now. */
    public String modelVersion() {
        return engine.modelVersion();
    }

    /**
     * What the engine says of a pair.
     *
     * @param subjectAndCaller whether one record is of a child or victim and the other of a caller
     * @param calledForItself whether a case says that the two are one person
     */
    public record Weighed(MatchWeight weight, boolean subjectAndCaller, boolean calledForItself) {}

    /**
     * Weighs pairs, all in a few queries; those with a record that is not live are left out.
     *
     * @throws HubBusyException if nobody is resolved yet, or by another model
     */
    public Map<RecordPair, Weighed> weigh(Collection<RecordPair> pairs) {
        return hub.read(() -> weighed(pairs, engine.now()));
    }

    private Map<RecordPair, Weighed> weighed(Collection<RecordPair> pairs, MatchEngine inForce) {
        Set<Long> ids = new HashSet<>();
        pairs.forEach(pair -> {
            ids.add(pair.a());
            ids.add(pair.b());
        });
        Map<Long, EncodedRecord> records = HashMap.newHashMap(ids.size());
        loader.load(ids).forEach((id, record) -> records.put(id, inForce.encode(record)));
        Commonness commonness = new CountedUpdate(hub, inForce).commonness(records.values());
        Map<RecordPair, Weighed> weighed = new HashMap<>();
        for (RecordPair pair : pairs) {
            EncodedRecord a = records.get(pair.a());
            EncodedRecord b = records.get(pair.b());
            if (a != null && b != null) {
                weighed.put(pair, weigh(inForce, a, b, commonness));
            }
        }
        return weighed;
    }

    private static Weighed weigh(MatchEngine inForce, EncodedRecord a, EncodedRecord b, Commonness commonness) {
        return new Weighed(
                inForce.compare(a, b, commonness),
                !a.kindName().equals(b.kindName()),
                RecordComparator.relation(a, b) == Relation.Kind.SELF);
    }
}
