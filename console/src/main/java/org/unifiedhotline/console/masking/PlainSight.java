package org.unifiedhotline.console.masking;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;

/**
 * The same question as all our JSON is asked as it is written, for answers in a form of somebody else's (FHIR) that has masks of its
 * own: they ask it while they are made.
 */
@Component
public final class PlainSight {
    private final Sights sights;

    PlainSight(Sights sights) {
        this.sights = sights;
    }

    /** Whether the caller of this thread's request reads plainly what these records of a person hold. */
    public boolean reads(MasterId person, FieldKind kind, Collection<SourceRecordKey> holders) {
        Sight sight = sights.current();
        return sight.plain().readsOnOneOf(kind, holders.stream().map(Label::of).collect(Collectors.toSet()))
                || sight.isRevealed(person, kind);
    }
}
