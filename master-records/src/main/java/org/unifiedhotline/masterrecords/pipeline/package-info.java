/**
 * How the line from the sources to the search index stands, in figures that are cheap to read, and where the sources'
 * logs end: together they tell whether the service has caught up.
 */
@NullMarked
package org.unifiedhotline.masterrecords.pipeline;

import org.jspecify.annotations.NullMarked;
