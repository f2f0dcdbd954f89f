/** Tests of the package of the same name. */
@NullMarked
package org.unifiedhotline.masterrecords.audit;

import org.jspecify.annotations.NullMarked;
