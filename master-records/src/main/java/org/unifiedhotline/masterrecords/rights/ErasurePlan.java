package org.unifiedhotline.masterrecords.rights;

import java.util.List;
import java.util.Map;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * What an erasure takes, and what it leaves.
 *
 * @param people the person's own records: nothing of them is kept but that they are there
 * @param others contacts, cases, returns and assessments that are about the person: what is counted of them is kept
 * @param held the person's records that a legal hold keeps as they are
 * @param holds those holds
 * @param typed how many of what people typed goes, by what it is: decisions' reasons, evidence shown, notes, searches kept
 * @param casesOfOthers cases about somebody else that the person reported: they stay as they are but for who reported them, and what
 *     was noted there may speak of the person
 */
public record ErasurePlan(
        List<SourceRecordKey> people,
        List<SourceRecordKey> others,
        List<SourceRecordKey> held,
        List<LegalHold> holds,
        Map<String, Long> typed,
        List<SourceRecordKey> casesOfOthers) {
    public ErasurePlan {
        people = List.copyOf(people);
        others = List.copyOf(others);
        held = List.copyOf(held);
        holds = List.copyOf(holds);
        typed = Map.copyOf(typed);
        casesOfOthers = List.copyOf(casesOfOthers);
    }
}
