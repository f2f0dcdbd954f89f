package org.unifiedhotline.demo.people.systems;

import org.jspecify.annotations.Nullable;

/** One row of a legacy table. */
public sealed interface LegacyRow permits SwitchboardRow, HotlineRow {

    /** The table that the row belongs to. */
    LegacyTable table();

    /**
     * The values in the order of {@link LegacyTable#columns()}: {@code null}, {@code String}, {@code Integer}, {@code Long},
     * {@code BigDecimal}, {@code Double}, {@code Boolean}, {@code LocalDate}, {@code LocalDateTime} (local time of Vietnam),
     * {@code OffsetDateTime}, {@code UUID}, or a {@code List<String>} for an array.
     */
    @Nullable
    Object[] cells();

    /** The primary key as text. */
    default String key() {
        return String.valueOf(cells()[0]);
    }
}
