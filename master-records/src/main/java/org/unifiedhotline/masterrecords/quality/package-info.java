/** Figures of how well the hub's people are kept: measured when asked, from the tables themselves. */
@NullMarked
package org.unifiedhotline.masterrecords.quality;

import org.jspecify.annotations.NullMarked;
