/** Tests of who is related to whom. */
@NullMarked
package org.unifiedhotline.masterrecords.relations;

import org.jspecify.annotations.NullMarked;
