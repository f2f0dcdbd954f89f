package org.unifiedhotline.masterrecords.records;

import org.unifiedhotline.mappings.source.SourceRecordKey;

/** Which master record a live source record of a person belongs to. */
public record CrosswalkEntry(SourceRecordKey key, MasterId masterId, LinkKind linkKind) {}
