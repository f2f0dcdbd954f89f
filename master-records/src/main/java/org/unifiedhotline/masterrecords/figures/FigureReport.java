package org.unifiedhotline.masterrecords.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one slice, as of one moment.
 *
 * @param total of all that is counted; null where it may not be told
 * @param cells in the order of what they count by; months in their order, else the greatest first
 * @param uncounted rows of the legacy tables concerned, of any time, that could not be understood and stand in no number
 */
public record FigureReport(
        Figure figure,
        Slice slice,
        Instant countedAt,
        @Nullable Long total,
        List<Cell> cells,
        long uncounted) {
    public FigureReport {
        cells = List.copyOf(cells);
    }
}
