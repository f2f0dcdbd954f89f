package org.unifiedhotline.masterrecords.records;

import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/** A source record that a master record is made of. */
public record Member(LinkKind linkKind, PersonRecord person) {
    public SourceRecordKey key() {
        return person.key();
    }
}
