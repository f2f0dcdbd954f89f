package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.BlockingKeyTable.Holder;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.BlockingKey;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.Decision;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.MatchWeight;

/**
 * Who of those whom the hub knows may be somebody described elsewhere, weighed by the engine in force as if the description were a
 * source record. Nothing is written: no key, no edge, no count. People whose processing is restricted are not found.
 */
public final class Lookalikes {
    /** A description that shares its keys with more is too thin to be weighed with all; those of the rarest keys are taken. */
    private static final int MOST_CANDIDATES = 3_000;

    /** The key of no row: no legacy table has this name. */
    private static final SourceRecordKey NOBODY =
            SourceRecordKey.of(SourceSystem.SWITCHBOARD, "described_elsewhere", "0");

    private final HubDatabase hub;
    private final EngineInForce engine;
    private final PersonLoader loader;
    private final ScopedRecords scoped;

    public Lookalikes(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, model);
        this.loader = new PersonLoader(hub);
        this.scoped = new ScopedRecords(hub);
    }

    /**
     * A description, and with whose records it may be compared: what the reader does not read plainly there, it must not hold.
     *
     * @param person its key and role are not looked at
     */
    public record Described(PersonRecord person, Set<Label> comparedWith) {
        public Described {
            comparedWith = Set.copyOf(comparedWith);
        }
    }

    /**
     * Somebody it may be.
     *
     * @param weight of the record of theirs that fits best
     * @param decision what the engine makes of that weight: a link or a possible link
     */
    public record Lookalike(MasterId masterId, MatchWeight weight, Decision decision) {}

    /**
     * Those it may be, the likeliest first; only records within the scope are compared.
     *
     * @throws HubBusyException if nobody is resolved yet, or by another model
     */
    public List<Lookalike> of(Collection<Described> descriptions, ReaderScope scope) {
        return hub.read(() -> {
            MatchEngine inForce = engine.now();
            Map<Long, MatchWeight> best = new HashMap<>();
            for (Described described : descriptions) {
                for (PersonRole role : List.of(PersonRole.CALLER, PersonRole.CHILD)) {
                    weigh(inForce, described, role, scope)
                            .forEach((record, weight) -> best.merge(record, weight, Lookalikes::heavier));
                }
            }
            return people(inForce, best);
        });
    }

    private Map<Long, MatchWeight> weigh(MatchEngine inForce, Described described, PersonRole role, ReaderScope scope) {
        MatchRecord asked = MatchRecords.of(-1, inRole(described.person(), role), PersonContext.NONE);
        EncodedRecord encoded = inForce.encode(asked);
        Set<Long> within = scoped.within(scope, candidates(inForce, encoded));
        Commonness commonness = new CountedUpdate(hub, inForce).commonness(List.of(encoded));
        Map<Long, MatchWeight> weights = new HashMap<>();
        loader.load(within).forEach((id, record) -> {
            if (described.comparedWith().contains(Label.of(SourceKeys.parse(record.key())))) {
                MatchWeight weight = inForce.compare(encoded, inForce.encode(record), commonness);
                if (inForce.decide(weight) != Decision.NON_LINK) {
                    weights.put(id, weight);
                }
            }
        });
        return weights;
    }

    /** Whoever shares a live key with the description: those of the rarest keys, if they are too many. */
    private Set<Long> candidates(MatchEngine inForce, EncodedRecord encoded) {
        List<BlockingKey> keys = inForce.blockingKeys(encoded);
        Set<Long> hashes = new HashSet<>();
        keys.forEach(key -> {
            hashes.add(key.hash());
            if (key.level() > 0) {
                hashes.add(key.parentHash());
            }
        });
        BlockingKeyTable table = new BlockingKeyTable(hub);
        Map<Long, Long> counts = table.count(hashes, KeyUpdate.counted(inForce));
        Set<Long> live = keys.stream()
                .filter(key -> inForce.isLive(
                        key, counts.getOrDefault(key.hash(), 0L), counts.getOrDefault(key.parentHash(), 0L)))
                .map(BlockingKey::hash)
                .filter(counts::containsKey)
                .sorted(Comparator.comparing(counts::get))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return some(table, live, counts);
    }

    private static Set<Long> some(BlockingKeyTable table, Set<Long> live, Map<Long, Long> counts) {
        List<Long> asked = new ArrayList<>();
        long held = 0;
        for (Long hash : live) {
            held += counts.getOrDefault(hash, 0L);
            if (held > MOST_CANDIDATES && !asked.isEmpty()) {
                break;
            }
            asked.add(hash);
        }
        return table.holders(asked).stream()
                .map(Holder::recordId)
                .limit(MOST_CANDIDATES)
                .collect(Collectors.toSet());
    }

    private List<Lookalike> people(MatchEngine inForce, Map<Long, MatchWeight> best) {
        Map<MasterId, MatchWeight> people = new LinkedHashMap<>();
        new LinkTable(hub).withFellows(best.keySet()).forEach((record, link) -> {
            MatchWeight weight = best.get(record);
            if (weight != null) {
                people.merge(link.masterId(), weight, Lookalikes::heavier);
            }
        });
        return people.entrySet().stream()
                .map(one -> new Lookalike(one.getKey(), one.getValue(), inForce.decide(one.getValue())))
                .sorted(Comparator.comparingDouble(
                                (Lookalike one) -> -one.weight().bits())
                        .thenComparing(one -> one.masterId().toString()))
                .toList();
    }

    private static MatchWeight heavier(MatchWeight one, MatchWeight other) {
        return one.bits() >= other.bits() ? one : other;
    }

    /** The same description, of somebody who calls or somebody whom a case is about: each is weighed with both. */
    private static PersonRecord inRole(PersonRecord person, PersonRole role) {
        return new PersonRecord(
                NOBODY,
                role,
                person.names(),
                person.sex(),
                person.birth(),
                person.telephones(),
                person.identityNumbers(),
                person.home(),
                person.ethnicGroup(),
                person.writtenEthnicGroup(),
                person.nationality(),
                person.relatedPersons(),
                person.relationToSubject(),
                person.disability(),
                person.consentToShare(),
                person.note(),
                person.createdAt(),
                person.updatedAt(),
                person.flags());
    }
}
