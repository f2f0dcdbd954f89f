/** Finding candidates: from a record and the model alone to the keys under which it looks for others. */
@NullMarked
package org.unifiedhotline.matching.blocking;

import org.jspecify.annotations.NullMarked;
