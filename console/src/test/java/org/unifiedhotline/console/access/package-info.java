/** Tests of the package of the same name. */
@NullMarked
package org.unifiedhotline.console.access;

import org.jspecify.annotations.NullMarked;
