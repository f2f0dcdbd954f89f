/** Tests of the crosswalk's own steps. */
@NullMarked
package org.unifiedhotline.console.crosswalk;

import org.jspecify.annotations.NullMarked;
