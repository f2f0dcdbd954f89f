/** Tests of events out, against the real hub. */
@NullMarked
package org.unifiedhotline.masterrecords.events;

import org.jspecify.annotations.NullMarked;
