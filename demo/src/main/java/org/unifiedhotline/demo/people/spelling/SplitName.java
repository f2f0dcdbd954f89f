package org.unifiedhotline.demo.people.spelling;

import org.jspecify.annotations.Nullable;

/** A written name split at its first word, rightly or wrongly, as the hotline keeps it. */
public record SplitName(@Nullable String family, @Nullable String middleAndGiven, WrittenName.Extent extent) {}
