package org.unifiedhotline.masterrecords.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What may leave the office of a figure")
class ReleaseTest {
    @Test
    @DisplayName("is no number from 1 to 10, and every other")
    void fewAreWithheld() {
        assertThat(released(
                        cell("HANOI", "A", 11),
                        cell("DANANG", "A", 10),
                        cell("ANGIANG", "A", 1),
                        cell("UNKNOWN", "A", 0)))
                .containsExactly(11L, null, null, 0L);
    }

    @Test
    @DisplayName("is not the one number that the rest of a sum would tell: the next smallest is withheld with it")
    void noDifferenceTells() {
        assertThat(released(cell("HANOI", "A", 500), cell("DANANG", "A", 40), cell("ANGIANG", "A", 3)))
                .containsExactly(500L, null, null);
    }

    @Test
    @DisplayName("is told by neither rows nor columns of a table")
    void rowsAndColumns() {
        assertThat(released(
                        cell("HANOI", "A", 50),
                        cell("HANOI", "B", 60),
                        cell("DANANG", "A", 4),
                        cell("DANANG", "B", 70)))
                .containsExactly(null, null, null, null);
    }

    @Test
    @DisplayName("is no mean of fewer than 11")
    void means() {
        Cell few = new Cell("topic", "TLY", null, null, null, 10L, 71.5);
        Cell many = new Cell("topic", "BLGD", null, null, null, 12L, 80.0);
        assertThat(Release.of(report(22L, few)).cells().getFirst().mean()).isNull();
        assertThat(Release.of(report(12L, many)).cells().getFirst().mean()).isEqualTo(80.0);
    }

    @Test
    @DisplayName("is no total from 1 to 10")
    void totals() {
        assertThat(Release.of(report(10L)).total()).isNull();
        assertThat(Release.of(report(0L)).total()).isZero();
        assertThat(Release.of(report(11L)).total()).isEqualTo(11);
    }

    private static List<@Nullable Long> released(Cell... cells) {
        return Release.of(report(1_000L, cells)).cells().stream()
                .map(Cell::count)
                .toList();
    }

    private static FigureReport report(long total, Cell... cells) {
        return new FigureReport(
                Figure.CONTACTS,
                new Slice(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), null),
                Instant.EPOCH,
                total,
                Arrays.asList(cells),
                0);
    }

    private static Cell cell(String value, String part, long count) {
        return new Cell("centre", value, null, "nature", part, count, null);
    }
}
