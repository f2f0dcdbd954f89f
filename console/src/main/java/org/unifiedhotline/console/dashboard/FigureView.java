package org.unifiedhotline.console.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.figures.Cell;
import org.unifiedhotline.masterrecords.figures.FigureReport;

/**
 * A figure as the API tells it.
 *
 * @param total null where too few may be told of; so are counts and means of cells
 * @param uncounted rows that could not be understood and stand in no number
 */
record FigureView(
        String figure,
        LocalDate from,
        LocalDate to,
        @Nullable Centre centre,
        Instant countedAt,
        @Nullable Long total,
        List<Cell> cells,
        long uncounted) {
    static FigureView of(FigureReport report) {
        return new FigureView(
                report.figure().code(),
                report.slice().from(),
                report.slice().to(),
                report.slice().centre(),
                report.countedAt(),
                report.total(),
                report.cells(),
                report.uncounted());
    }
}
