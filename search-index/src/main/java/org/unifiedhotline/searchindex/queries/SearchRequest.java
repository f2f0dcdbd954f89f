package org.unifiedhotline.searchindex.queries;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the search.
 *
 * @param text as typed into the one box, 500 characters at most; empty asks for the most recently changed people
 * @param sort in which order hits come
 * @param size how many hits, 1 to 200
 * @param cursor where an earlier answer to the same text, filters, order and scope stopped; null for the beginning
 * @param withFacets whether facets are counted; a page after the first seldom needs them again
 */
public record SearchRequest(
        String text,
        SearchFilters filters,
        SortBy sort,
        int size,
        @Nullable String cursor,
        boolean withFacets,
        ReaderScope scope) {
    /** The longest text that is searched for. */
    public static final int LONGEST_TEXT = 500;

    private static final int LARGEST_SIZE = 200;

    public SearchRequest {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a search has " + LONGEST_TEXT + " characters at most");
        }
        if (size < 1 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException("size is 1 to " + LARGEST_SIZE);
        }
    }

    /** The first 20 hits for a text, with facets, no filter, full scope. */
    public static SearchRequest of(String text) {
        return new SearchRequest(text, SearchFilters.none(), SortBy.RELEVANCE, 20, null, true, ReaderScope.all());
    }

    public SearchRequest filteredBy(SearchFilters other) {
        return new SearchRequest(text, other, sort, size, cursor, withFacets, scope);
    }

    public SearchRequest sortedBy(SortBy other) {
        return new SearchRequest(text, filters, other, size, cursor, withFacets, scope);
    }

    public SearchRequest sized(int other) {
        return new SearchRequest(text, filters, sort, other, cursor, withFacets, scope);
    }

    public SearchRequest from(@Nullable String other) {
        return new SearchRequest(text, filters, sort, size, other, withFacets, scope);
    }

    public SearchRequest withoutFacets() {
        return new SearchRequest(text, filters, sort, size, cursor, false, scope);
    }

    public SearchRequest within(ReaderScope other) {
        return new SearchRequest(text, filters, sort, size, cursor, withFacets, other);
    }

    /** Tells nothing of what was typed: safe in a log. */
    @Override
    public String toString() {
        return "SearchRequest[" + text.length() + " characters, size " + size + "]";
    }
}
