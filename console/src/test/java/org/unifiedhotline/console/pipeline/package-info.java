/** Tests of the package of the same name. */
@NullMarked
package org.unifiedhotline.console.pipeline;

import org.jspecify.annotations.NullMarked;
