/**
 * How the index follows the hub: change by change, and from the beginning.
 *
 * <p>{@link org.unifiedhotline.searchindex.indexing.Indexer} carries what waits in the outbox;
 * {@link org.unifiedhotline.searchindex.indexing.IndexLife} makes, rebuilds and checks the versioned indices behind the
 * alias. Both write through aliases only, so that a switch of indices never meets a half-written batch.
 */
@NullMarked
package org.unifiedhotline.searchindex.indexing;

import org.jspecify.annotations.NullMarked;
