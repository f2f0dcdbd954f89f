/**
 * Who is who, kept up to date in the hub.
 *
 * <p>The clusters are a function of the records, the assertions and the model, and of nothing else. A changed record is
 * given new blocking keys and new edges; the components of the edges that it touched before and after are clustered
 * again by the engine of the {@code matching} room; links, master records, history and outbox follow in the same
 * transaction. {@link org.unifiedhotline.masterrecords.resolution.Resolver} does it micro-batch by micro-batch, and in
 * memory all at once for a first load.
 */
@NullMarked
package org.unifiedhotline.masterrecords.resolution;

import org.jspecify.annotations.NullMarked;
