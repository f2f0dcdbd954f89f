/** Tests of the package of the same name. */
@NullMarked
package org.unifiedhotline.masterrecords.scope;

import org.jspecify.annotations.NullMarked;
