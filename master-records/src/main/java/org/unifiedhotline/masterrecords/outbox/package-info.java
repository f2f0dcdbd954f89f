/**
 * What is still to be published: the outbox is written in the transaction that changed a master record and read by the
 * indexer, so that no change is lost between the two.
 */
@NullMarked
package org.unifiedhotline.masterrecords.outbox;

import org.jspecify.annotations.NullMarked;
