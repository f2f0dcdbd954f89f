package org.unifiedhotline.masterrecords.stewardship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Evidence.Weighed;
import org.unifiedhotline.masterrecords.resolution.RecordPair;

/** Tells whether a merge needs a second pair of eyes, and why. */
final class Risks {
    /** A merge that makes a person of more records than this is looked at twice. */
    static final int LARGE = 20;

    private final Evidence evidence;
    private final SaidTable said;

    Risks(Evidence evidence, SaidTable said) {
        this.evidence = evidence;
        this.said = said;
    }

    /** The risks of making one person of these records of one and these of another. */
    List<Risk> ofMerge(Collection<Long> some, Collection<Long> others, String author) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        List<RecordPair> pairs = RecordPair.across(some, others);
        if (some.size() + others.size() > LARGE) {
            risks.add(Risk.LARGE);
        }
        if (said.isSaidDifferentByOther(pairs, author)) {
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
}
