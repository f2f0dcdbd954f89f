/** Tests of the package of the same name. */
@NullMarked
package org.unifiedhotline.console.search;

import org.jspecify.annotations.NullMarked;
