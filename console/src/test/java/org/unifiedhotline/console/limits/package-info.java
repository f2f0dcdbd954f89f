/** How much may be asked, tried without a service. */
@NullMarked
package org.unifiedhotline.console.limits;

import org.jspecify.annotations.NullMarked;
