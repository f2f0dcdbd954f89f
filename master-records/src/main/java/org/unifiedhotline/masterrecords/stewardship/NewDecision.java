package org.unifiedhotline.masterrecords.stewardship;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.resolution.RecordPair;

/** A decision before it has a number. */
record NewDecision(
        DecisionKind kind,
        DecisionState state,
        String author,
        String reason,
        Instant decidedAt,
        String model,
        List<Risk> risks,
        @Nullable Long taskId,
        @Nullable Long undoes,
        List<RecordPair> same,
        List<RecordPair> different,
        Decision.@Nullable Pin pin) {}
