/** Tests of the crosswalk as readers of some records are told it. */
@NullMarked
package org.unifiedhotline.masterrecords.crosswalk;

import org.jspecify.annotations.NullMarked;
