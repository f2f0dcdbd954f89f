package org.unifiedhotline.masterrecords.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a report may leave the office: the rule of the Counter-Trafficking Data Collaborative (CTDC), k ≥ 11.
 *
 * <p>A number from 1 to 10 is withheld, with the mean of so few. Where only one number of a column is withheld (the same part,
 * over all values of what is counted by) the smallest other one is withheld too, and likewise in a row (the same value, over
 * its parts): the rest of a known sum would tell it. Numbers of 0 stand, as do the names of what is counted by. The same sum
 * stands in other breakdowns too, so that a column in which all are withheld, or a total of 1 to 10, is withheld everywhere.
 */
public final class Release {
    /** The least number that is told. */
    public static final long LEAST = 11;

    private Release() {}

    /** The report as it may leave. */
    public static FigureReport of(FigureReport report) {
        Set<Cell> withheld = new HashSet<>();
        report.cells().stream().filter(Release::isFew).forEach(withheld::add);
        boolean grew = true;
        while (grew) {
            grew = complete(
                    report.cells(), withheld, cell -> List.of(cell.by(), text(cell.split()), text(cell.part())));
            grew |= complete(report.cells(), withheld, cell -> List.of(cell.by(), cell.value(), text(cell.split())));
        }
        Long total = report.total();
        return new FigureReport(
                report.figure(),
                report.slice(),
                report.countedAt(),
                total != null && total > 0 && total < LEAST ? null : total,
                report.cells().stream()
                        .map(cell -> withheld.contains(cell) ? cell.withheld() : cell)
                        .toList(),
                report.uncounted());
    }

    /** Withholds a second number wherever exactly one is; whether any was. */
    private static boolean complete(List<Cell> cells, Set<Cell> withheld, Function<Cell, List<String>> sum) {
        Map<List<String>, List<Cell>> sums =
                cells.stream().collect(Collectors.groupingBy(sum, HashMap::new, Collectors.toList()));
        boolean grew = false;
        for (List<Cell> terms : sums.values()) {
            if (terms.stream().filter(withheld::contains).count() == 1) {
                Optional<Cell> smallest = terms.stream()
                        .filter(cell -> !withheld.contains(cell) && count(cell) > 0)
                        .min(Comparator.comparingLong(Release::count));
                grew |= smallest.map(withheld::add).orElse(false);
            }
        }
        return grew;
    }

    private static boolean isFew(Cell cell) {
        return count(cell) > 0 && count(cell) < LEAST;
    }

    private static long count(Cell cell) {
        return Objects.requireNonNullElse(cell.count(), 0L);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
