/**
 * Finding people: from what was typed into one box to hits in the right order.
 *
 * <p>{@link org.unifiedhotline.searchindex.queries.Search} takes a
 * {@link org.unifiedhotline.searchindex.queries.SearchRequest} and answers with a
 * {@link org.unifiedhotline.searchindex.queries.SearchResult}. On the way the text is understood piece by piece (a
 * name, a telephone, a year, a place …), each piece becomes one nested query over the source records that the reader
 * may know, and the written words that matched are marked in the hits.
 */
@NullMarked
package org.unifiedhotline.searchindex.queries;

import org.jspecify.annotations.NullMarked;
