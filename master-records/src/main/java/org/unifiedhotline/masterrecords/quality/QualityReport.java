package org.unifiedhotline.masterrecords.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the hub's people are kept.
 *
 * @param measuredAt when
 * @param queue the review tasks that wait, by kind and age
 * @param decisions what stewards decided in the last 30 days, by day and author
 * @param agreement how often two people said the same of one pair of records
 * @param links the links by why they stand
 * @param sizes how many people are made of how many records
 * @param precision what stewards found in the latest clerical sample; null if nothing was judged yet
 * @param sizesByDay how many people were made of how many records, on each day on which that changed, by the history
 * @param changes what happened to master records in the last 30 days, by day
 */
public record QualityReport(
        Instant measuredAt,
        List<Waiting> queue,
        List<Decided> decisions,
        Agreement agreement,
        List<Links> links,
        List<Size> sizes,
        ClericalSamples.@Nullable Sample precision,
        List<SizeOfDay> sizesByDay,
        List<Changes> changes) {
    public QualityReport {
        queue = List.copyOf(queue);
        decisions = List.copyOf(decisions);
        links = List.copyOf(links);
        sizes = List.copyOf(sizes);
        sizesByDay = List.copyOf(sizesByDay);
        changes = List.copyOf(changes);
    }

    /**
     * Open tasks of one kind.
     *
     * @param day opened less than a day ago
     * @param week less than a week ago, but a day or more
     * @param month less than 30 days ago, but a week or more
     * @param older longer ago
     */
    public record Waiting(String kind, long day, long week, long month, long older) {}

    /** Decisions of one author on one day (UTC), by kind, whether they stand or not; and how many of them were undone. */
    public record Decided(LocalDate day, String author, String kind, long decisions, long undone) {}

    /**
     * Pairs of records of which two or more people said something, whether or not it stands.
     *
     * @param pairs how many there are
     * @param agreed of how many all said the same
     */
    public record Agreement(long pairs, long agreed) {}

    /** Links that stand because of the engine, a steward, or because there is no other record. */
    public record Links(String kind, long links) {}

    /** So many people are made of so many records. */
    public record Size(int records, long people) {}

    /** At the end of a day (UTC), so many people were made of so many records; the same holds until the next day told. */
    public record SizeOfDay(LocalDate day, int records, long people) {}

    /** So many changes of one kind on one day (UTC). */
    public record Changes(LocalDate day, String change, long masters) {}
}
