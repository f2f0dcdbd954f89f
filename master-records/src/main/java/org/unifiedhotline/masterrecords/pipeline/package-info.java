/**
 * How far the data has come on its way from the sources to the search index.
 *
 * <p>{@link org.unifiedhotline.masterrecords.pipeline.SourceHeads} tells where the sources' logs end; what capture,
 * resolution and the outbox have done of it stands in hub tables.
 */
@NullMarked
package org.unifiedhotline.masterrecords.pipeline;

import org.jspecify.annotations.NullMarked;
