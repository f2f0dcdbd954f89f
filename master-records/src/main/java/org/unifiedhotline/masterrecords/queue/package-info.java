/** Between ingest and resolution: which records are to be looked at again, and the locks that keep the two in step. */
@NullMarked
package org.unifiedhotline.masterrecords.queue;

import org.jspecify.annotations.NullMarked;
