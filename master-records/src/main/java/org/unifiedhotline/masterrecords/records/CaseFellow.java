package org.unifiedhotline.masterrecords.records;

import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;

/**
 * A source record whom a case names together with a person: who reported it, or whom it is about.
 *
 * @param centres that had a contact of this record or of a case about it
 * @param caseCentres that had a contact of the cases which name it together with the person, by case; none of cases without contacts
 * @param sensitivity whom one must be cleared for to know of the person whom the record belongs to
 */
public record CaseFellow(
        PersonRecord person,
        Set<Centre> centres,
        Map<SourceRecordKey, Set<Centre>> caseCentres,
        Set<Sensitivity> sensitivity) {
    public CaseFellow {
        sensitivity = Set.copyOf(sensitivity);
        centres = Set.copyOf(centres);
        caseCentres = Map.copyOf(caseCentres);
    }
}
