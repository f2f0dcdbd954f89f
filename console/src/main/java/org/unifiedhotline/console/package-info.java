/** REST API, security and the web console. */
@NullMarked
package org.unifiedhotline.console;

import org.jspecify.annotations.NullMarked;
