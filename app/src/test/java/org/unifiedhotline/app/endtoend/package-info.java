/** The whole service, as it is shipped, between real servers. */
@NullMarked
package org.unifiedhotline.app.endtoend;

import org.jspecify.annotations.NullMarked;
