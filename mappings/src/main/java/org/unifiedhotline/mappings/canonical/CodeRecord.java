package org.unifiedhotline.mappings.canonical;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * An entry of a code list of the switchboard: provinces ({@code dm_tinh}) and fields of consultation
 * ({@code dm_linh_vuc}).
 *
 * @param list {@code province} or {@code topic}
 * @param centre the centre that answers for a province; null for topics
 */
public record CodeRecord(
        SourceRecordKey key,
        String list,
        String code,
        String name,
        @Nullable Centre centre) implements CanonicalRecord {}
