package org.unifiedhotline.mappings.canonical;

import org.unifiedhotline.mappings.source.SourceRecordKey;

/** A counsellor of the switchboard ({@code tong_dai_vien}). */
public record CounsellorRecord(SourceRecordKey key, String name, Centre centre, boolean active)
        implements CanonicalRecord {}
