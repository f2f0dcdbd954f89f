package org.unifiedhotline.masterrecords.stewardship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Evidence.Weighed;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Tells whether a merge needs a second pair of eyes, and why. */
final class Risks {
    /** A merge that makes a person of more records than this is looked at twice. */
    static final int LARGE = 20;

    private final Evidence evidence;
    private final SaidTable said;
    private final Stewards stewards;

    Risks(Evidence evidence, SaidTable said, Stewards stewards) {
        this.evidence = evidence;
        this.said = said;
        this.stewards = stewards;
    }

    /** The risks of making one person of these records of one and these of another. */
    List<Risk> ofMerge(Collection<Long> some, Collection<Long> others, String author) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        List<RecordPair> pairs = RecordPair.across(some, others);
        if (some.size() + others.size() > LARGE) {
            risks.add(Risk.LARGE);
        }
        if (said.authorsOfDifferent(pairs).stream().anyMatch(other -> !stewards.arePerson(other, author))) {
            risks.add(Risk.OVERRULES_ANOTHER);
        }
        Map<RecordPair, Weighed> weighed = evidence.weigh(pairs);
        if (weighed.values().stream().anyMatch(pair -> pair.weight().isForbidden())) {
            risks.add(Risk.CONFLICTING_EVIDENCE);
        }
        boolean mixed = weighed.values().stream().anyMatch(Weighed::subjectAndCaller);
        if (mixed && weighed.values().stream().noneMatch(Weighed::calledForItself)) {
            risks.add(Risk.VICTIM_WITH_ADULT);
        }
        return new ArrayList<>(risks);
    }

    /** The risks of what an effect makes one person of several. */
    List<Risk> ofJoins(Effect effect, String author) {
        Map<SourceRecordKey, MasterId> before = new HashMap<>();
        effect.before().forEach(person -> person.records().forEach(record -> before.put(record, person.masterId())));
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        for (Effect.Person person : effect.after()) {
            Map<MasterId, List<Long>> parts = new TreeMap<>();
            person.records()
                    .forEach(record -> parts.computeIfAbsent(
                                    before.getOrDefault(record, person.masterId()), unseen -> new ArrayList<>())
                            .add(SourceRecordId.of(record)));
            List<List<Long>> people = List.copyOf(parts.values());
            for (int i = 0; i < people.size(); i++) {
                for (int j = i + 1; j < people.size(); j++) {
                    risks.addAll(ofMerge(people.get(i), people.get(j), author));
                }
            }
        }
        return new ArrayList<>(risks);
    }
}
