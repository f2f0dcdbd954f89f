/**
 * The crosswalk: which master record each live source record of a person belongs to, as a list, as an answer to one key
 * and as a sequence of changes.
 */
@NullMarked
package org.unifiedhotline.masterrecords.crosswalk;

import org.jspecify.annotations.NullMarked;
