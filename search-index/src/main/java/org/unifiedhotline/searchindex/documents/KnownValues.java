package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * What readers who are narrowed to some centres may know of what happened around a source record: the contacts of these centres, the cases
 * that one of these contacts is of, and their referrals. Named as in the source record, where the same stands for readers of every centre.
 *
 * @param telephoneEnds of numbers that their contacts presented and that do not stand on the record; as in {@code MatchedValues}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record KnownValues(
        List<String> centres,
        List<String> channels,
        @Nullable Long lastContact,
        List<String> caseNumbers,
        List<String> caseKinds,
        List<String> exploitation,
        boolean openReferral,
        List<String> telephoneEnds) {

    /** For each set of centres of which one touched the record, by its name. */
    static Map<String, KnownValues> of(Activity activity, Collection<String> endsOnRecord) {
        Map<String, KnownValues> known = new LinkedHashMap<>();
        Set<Centre> touching = activity.touching();
        // Few centres touch a record: most sets have the same of them.
        Map<Set<Centre>, KnownValues> ofTouching = new HashMap<>();
        CentreSets.all().forEach((name, centres) -> {
            Set<Centre> among = EnumSet.copyOf(centres);
            among.retainAll(touching);
            if (!among.isEmpty()) {
                known.put(name, ofTouching.computeIfAbsent(among, some -> known(activity.within(some), endsOnRecord)));
            }
        });
        return known;
    }

    private static KnownValues known(Activity theirs, Collection<String> endsOnRecord) {
        return new KnownValues(
                theirs.centres(),
                theirs.channels(),
                theirs.lastContact(),
                theirs.caseNumbers(),
                theirs.kinds(SourceSystem.SWITCHBOARD),
                theirs.kinds(SourceSystem.HOTLINE),
                theirs.openReferral(),
                Digits.telephones(theirs.presentedNumbers()).stream()
                        .map(Digits::backwards)
                        .filter(end -> !endsOnRecord.contains(end))
                        .toList());
    }
}
