/** Tests of the hub on a real PostgreSQL, and what they share. */
@NullMarked
package org.unifiedhotline.masterrecords;

import org.jspecify.annotations.NullMarked;
