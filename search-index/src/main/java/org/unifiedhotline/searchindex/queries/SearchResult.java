package org.unifiedhotline.searchindex.queries;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param hits in the order asked for
 * @param facets counts of people by value, of all that was found and is in scope; empty unless asked for
 * @param total how many people were found in all
 * @param tookMillis from the request to this answer, in milliseconds
 * @param nextCursor where the next page begins; null on the last page
 * @param understoodAs how each piece of the text was read, in the order typed
 * @param tolerance how much had to be forgiven to find anything
 * @param behindSince since when changes wait to be indexed; null while the index keeps up
 */
public record SearchResult(
        List<SearchHit> hits,
        List<Facet> facets,
        long total,
        long tookMillis,
        @Nullable String nextCursor,
        List<UnderstoodPiece> understoodAs,
        Tolerance tolerance,
        @Nullable Instant behindSince) {
    public SearchResult {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
        understoodAs = List.copyOf(understoodAs);
    }

    /** Tells nothing of who was found: safe in a log. */
    @Override
    public String toString() {
        return "SearchResult[" + hits.size() + " of " + total + " in " + tookMillis + " ms]";
    }

    /** How much was forgiven: each step is tried only when the one before finds too few. */
    public enum Tolerance {
        /** Every piece is found as typed, marks and tone placement aside. */
        STRICT,
        /** Every piece is found, words with a slip of the keyboard. */
        SLIPS,
        /** Either everything but the birth is found, or the birth and most of the other pieces. */
        ALL_BUT_BIRTH_OR_MOST,
        /** Most pieces are found. */
        MOST_PIECES
    }

    /**
     * Counts of people by one attribute.
     *
     * @param name the word of an {@link Attribute}
     * @param counts most frequent first
     */
    public record Facet(String name, List<FacetCount> counts) {
        public Facet {
            counts = List.copyOf(counts);
        }
    }

    /**
     * How many of the people found have a value.
     *
     * @param value as filters take it
     */
    public record FacetCount(String value, long people) {}

    /**
     * A piece of the text and what it was read as.
     *
     * @param written as typed
     * @param kind {@code name}, {@code telephone}, {@code identity-number}, {@code last-digits}, {@code birth-day},
     *     {@code birth-month}, {@code birth-year}, {@code place}, {@code case-number}, {@code record},
     *     {@code master-id}, {@code hint}
     * @param reading what it is taken to mean, such as {@code +84321234567} or {@code 1996-03-12}
     */
    public record UnderstoodPiece(String written, String kind, String reading) {}
}
