/**
 * The Elasticsearch projection of master records: what the central office searches.
 *
 * <p>The walk: the hub's outbox names a master record that changed; {@code indexing} loads its file, {@code documents}
 * turns it into one document with its source records nested, and a bulk request carries it to Elasticsearch under the
 * record's own version, so that replays and disorder do no harm. {@code queries} goes the other way: from the text in
 * the one box to hits, never outside what the reader may know.
 *
 * <p>Folding happens in Java, before indexing and before searching, by the code that matching uses: what matching sees,
 * search finds, and Elasticsearch needs no plugin. {@link org.unifiedhotline.searchindex.SearchIndexConfiguration} puts
 * the parts together.
 */
@NullMarked
package org.unifiedhotline.searchindex;

import org.jspecify.annotations.NullMarked;
